import { FiveMicroError, type Saved } from '@five-micro/sdk';
import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { actErrorText } from './diagnose.ts';
import { setupProblem, setupText, setupTitle } from './setup.ts';
import { zhCN as words } from './words/zh-CN.ts';
import { en } from './words/setup-en.ts';
import { zhCN } from './words/setup-zh-CN.ts';

const place = { apiUrl: 'https://wishes.example/api/v1', area: 'yikang', lang: 'zh-CN' };
const english = { ...place, lang: 'en-GB' };

/** What an element says of this error. */
const said = (error: unknown, where = place): string => {
  const problem = setupProblem(error);
  return problem ? setupText(problem, where, error) : 'nothing for a webmaster';
};
const refused = (code: string, message: string) => new FiveMicroError(code, { status: 401, message });

describe('the words for whoever set the page up', () => {
  it('have the server’s own reason why a token was refused', () => {
    const error = refused('token.audience', '登录凭证的 aud 是“another”，这个服务要的是“five-micro”。');
    expect(said(error)).to.contain('登录凭证没有被接受').and.to.contain('aud 是“another”').and.to.contain('(token.audience)');
    const elsewhere = refused('token.key', 'The issuer has registered no key "two" for ES256.');
    expect(said(elsewhere, english)).to.equal(
      'The sign-in token was refused: The issuer has registered no key "two" for ES256. (token.key)',
    );
  });

  it('suspect the clock where even a new token had ended', () => {
    const error = refused('token.expired', '登录过期了，请重新登录。');
    expect(said(error)).to.contain('核对门户服务器的时钟').and.to.contain('token.expired');
    expect(said(error, english)).to.contain("Check the clock of the portal's server");
  });

  it('leave it to the member where their token was taken back', () => {
    expect(said(refused('token.revoked', '这次登录已经被收回，请重新登录。'))).to.equal('nothing for a webmaster');
  });

  it('say what token-url did instead of bringing a token', () => {
    const unavailable = (cause: unknown) => said(new FiveMicroError('token.unavailable', { cause }));
    expect(unavailable(new TypeError('token-url answered 404'))).to.contain('（token-url answered 404）');
    expect(unavailable('getToken gave neither a token nor null')).to.contain('（getToken gave neither a token nor null）');
    expect(unavailable(new Event('abort'))).to.contain('（timeout）');
  });

  it('are not said of a proxy’s page while the server is away, which passes by itself', () => {
    const between = (status: number) => said(new FiveMicroError('answer.not-five-micro', { status }));
    expect(between(502)).to.equal('nothing for a webmaster');
    expect(between(404)).to.contain('api-url');
  });

  it('are not read by whoever acts, nor is an address: a page in between answers in our words, with what was saved', () => {
    const between = (code: string, status: number, saved: Saved) =>
      actErrorText(
        new FiveMicroError(code, { status, saved, message: `${code}: ${status} from https://wishes.example/` }),
        words,
      );
    expect(between('answer.not-five-micro', 200, 'unknown')).to.equal(
      '没有连上服务器，网络可能要先登录。不确定存上没有。再试一次不会重复。',
    );
    expect(between('answer.not-five-micro', 503, false)).to.equal('服务器出了点问题，请过一会儿再试。没有存上。');
    expect(between('answer.invalid', 200, 'unknown'))
      .to.contain('读不懂')
      .and.not.to.contain('https:');
    expect(actErrorText(new FiveMicroError('wish.taken', { status: 409, message: '有人早了一步。' }), words)).to.equal(
      '有人早了一步。',
    );
  });

  it('are there in every language, for the same mistakes', () => {
    expect(Object.keys(en)).to.deep.equal(Object.keys(zhCN));
    expect([setupTitle(place), setupTitle(english)]).to.deep.equal([zhCN.title, en.title]);
  });
});
