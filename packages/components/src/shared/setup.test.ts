import { FiveMicroError } from '@five-micro/sdk';
import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { setupProblem, setupText, setupTitle } from './setup.ts';
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

  it('are there in every language, for the same mistakes', () => {
    expect(Object.keys(en)).to.deep.equal(Object.keys(zhCN));
    expect([setupTitle(place), setupTitle(english)]).to.deep.equal([zhCN.title, en.title]);
  });
});
