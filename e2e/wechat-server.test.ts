import { expect, it } from 'vitest';
import { createWeChat, signatureOf } from '../examples/wechat/wechat.mjs';

const origin = 'https://portal.example';

/** The server's part with a made-up WeChat behind it. */
function setUp(answers: Record<string, object> = {}) {
  const asked: string[] = [];
  let now = Date.parse('2026-11-23T02:32:00Z');
  const handle = createWeChat({
    appId: 'wx0000',
    secret: 'SECRET',
    origin,
    personOf: (openid) => (openid === 'OPENID' ? { sub: 'wang' } : null),
    signToken: ({ sub }) => `token of ${sub}`,
    now: () => now,
    fetch: async (address) => {
      const url = new URL(address);
      asked.push(url.pathname);
      return Response.json(
        {
          '/cgi-bin/token': { access_token: `ACCESS${asked.length}`, expires_in: 7200 },
          '/cgi-bin/ticket/getticket': {
            errcode: 0,
            ticket: `TICKET of ${url.searchParams.get('access_token')}`,
            expires_in: 7200,
          },
          '/sns/oauth2/access_token': { openid: url.searchParams.get('code') === 'GOOD' ? 'OPENID' : 'STRANGER' },
          ...answers,
        }[url.pathname],
      );
    },
  });
  const get = async (path: string, cookie = ''): Promise<Response> => {
    const response = await handle(new Request(`${origin}${path}`, { headers: { cookie } }));
    if (!response) throw new Error(`nobody answers ${path}`);
    return response;
  };
  const signed = (url: string) => get(`/wechat/signature?url=${encodeURIComponent(url)}`);
  return { handle, get, signed, asked, later: (seconds: number) => (now += seconds * 1000) };
}
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

it('signs as WeChat’s own example does', () => {
  // https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html, appendix 1
  const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg';
  const of = { ticket, nonceStr: 'Wm3WZYTPz0wzccnW', timestamp: 1414587457, url: 'http://mp.weixin.qq.com?params=value' };
  expect(signatureOf(of)).toBe('0f9de62fce790f9a083d5c99e95740ceb90c27ed');
  expect(signatureOf({ ...of, url: `${of.url}#top` })).toBe(signatureOf(of));
});

it('signs pages of its own origin alone, and holds the secret and the ticket back', async () => {
  const { signed } = setUp();
  const answer = await signed(`${origin}/wishes.html?from=singlemessage`);
  expect(await answer.text()).not.toMatch(/SECRET|TICKET|ACCESS/);
  for (const url of ['https://else.example/', `${origin}.else.example/`, '']) expect((await signed(url)).status).toBe(400);
});

it('asks WeChat once for two hours, also when many ask at once, and again after what went wrong', async () => {
  const { signed, asked, later } = setUp();
  await Promise.all([1, 2, 3].map(() => signed(`${origin}/`)));
  later(6_800);
  await signed(`${origin}/`);
  expect(asked).toEqual(['/cgi-bin/token', '/cgi-bin/ticket/getticket']);
  later(200);
  await signed(`${origin}/`);
  expect(asked).toHaveLength(4);

  const refused = { errcode: 40164, errmsg: 'not in whitelist' };
  const answers: Record<string, object> = { '/cgi-bin/token': refused };
  const broken = setUp(answers);
  await expect(broken.signed(`${origin}/`)).rejects.toThrow('40164 not in whitelist');
  await expect(broken.signed(`${origin}/`)).rejects.toThrow('40164');
  expect(broken.asked).toHaveLength(2);
});

it('signs people in, back to where they were in this portal and nowhere else', async () => {
  const { get } = setUp();
  const login = async (back: string) => {
    const begun = await get(`/wechat/login?back=${encodeURIComponent(back)}`);
    const to = new URL(begun.headers.get('location') ?? '');
    expect([to.origin, to.searchParams.get('redirect_uri')]).toEqual(['https://open.weixin.qq.com', `${origin}/wechat/back`]);
    const state = to.searchParams.get('state') ?? '';
    return get(`/wechat/back?code=GOOD&state=${state}`, cookiesOf(begun));
  };
  const answer = await login('/h5/?wish=1');
  expect(answer.headers.get('location')).toBe(`${origin}/h5/?wish=1`);
  expect(answer.headers.getSetCookie().every((one) => /HttpOnly; Secure; SameSite=Lax/.test(one))).toBe(true);
  expect(await (await get('/wechat/token', cookiesOf(answer))).json()).toEqual({ token: 'token of wang' });
  expect(await (await get('/wechat/token')).json()).toEqual({ token: null });
  for (const back of ['https://else.example/', '/.//else.example/', '//else.example/', '\\\\else.example'])
    expect(new URL((await login(back)).headers.get('location') ?? '', origin).origin).toBe(origin);
});

it('signs nobody in whose login was begun elsewhere, and sends strangers to register', async () => {
  const { get } = setUp();
  const begun = await get('/wechat/login?back=/');
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
  expect((await get(`/wechat/back?code=GOOD&state=${state}`)).status).toBe(400);
  expect((await get('/wechat/back?code=GOOD&state=guessed', cookiesOf(begun))).status).toBe(400);
  const stranger = await get(`/wechat/back?code=OTHER&state=${state}`, cookiesOf(begun));
  expect(stranger.headers.get('location')).toBe('/register');
  expect(cookiesOf(stranger)).not.toContain('session=');
});
