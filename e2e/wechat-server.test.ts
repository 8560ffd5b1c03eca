import { expect, it } from 'vitest';
import { createWeChat, signatureOf } from '../examples/wechat/wechat.mjs';

const origin = 'https://portal.example';

/** The server's part with a made-up WeChat behind it. */
function setUp(answers: Record<string, object> = {}) {
  const asked: string[] = [];
  const sessions = new Map<string, { person: { sub: string }; until: number }>();
  let now = Date.parse('2026-11-23T02:32:00Z');
  const handle = createWeChat({
    appId: 'wx0000',
    secret: 'SECRET',
    origin,
    personOf: (openid) => (openid === 'OPENID' ? { sub: 'wang' } : null),
    signToken: ({ sub }) => `token of ${sub}`,
    sessions,
    now: () => now,
    fetch: async (address, init) => {
      const url = new URL(address);
      asked.push(url.pathname);
      if (url.pathname === '/cgi-bin/stable_token') expect([init?.method, url.search]).toEqual(['POST', '']);
      return Response.json(
        {
          '/cgi-bin/stable_token': { access_token: `ACCESS${asked.length}`, expires_in: 7200 },
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
  const login = async (back: string, code = 'GOOD') => {
    const begun = await get(`/wechat/login?back=${encodeURIComponent(back)}`);
    const to = new URL(begun.headers.get('location') ?? '');
    expect([to.origin, to.searchParams.get('redirect_uri')]).toEqual(['https://open.weixin.qq.com', `${origin}/wechat/back`]);
    return get(`/wechat/back?code=${code}&state=${to.searchParams.get('state')}`, cookiesOf(begun));
  };
  return { handle, get, signed, login, asked, sessions, later: (seconds: number) => (now += seconds * 1000) };
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
  expect(asked).toEqual(['/cgi-bin/stable_token', '/cgi-bin/ticket/getticket']);
  later(200);
  await signed(`${origin}/`);
  expect(asked).toHaveLength(4);

  const refused = { errcode: 40164, errmsg: 'not in whitelist' };
  const answers: Record<string, object> = { '/cgi-bin/stable_token': refused };
  const broken = setUp(answers);
  await expect(broken.signed(`${origin}/`)).rejects.toThrow('40164 not in whitelist');
  await expect(broken.signed(`${origin}/`)).rejects.toThrow('40164');
  expect(broken.asked).toHaveLength(2);
});

it('takes another access token where WeChat no longer believes the one it gave', async () => {
  const ended: Record<string, object> = { '/cgi-bin/ticket/getticket': { errcode: 40001, errmsg: 'invalid credential' } };
  const { signed, asked } = setUp(ended);
  await expect(signed(`${origin}/`)).rejects.toThrow('40001');
  delete ended['/cgi-bin/ticket/getticket'];
  expect((await signed(`${origin}/`)).status).toBe(200);
  expect(asked.filter((path) => path === '/cgi-bin/stable_token')).toHaveLength(2);
});

it('signs people in, back to where they were in this portal and nowhere else', async () => {
  const { get, login } = setUp();
  const answer = await login('/h5/?wish=1');
  expect(answer.headers.get('location')).toBe(`${origin}/h5/?wish=1`);
  expect(answer.headers.getSetCookie().every((one) => /HttpOnly; Secure; SameSite=Lax/.test(one))).toBe(true);
  expect(await (await get('/wechat/token', cookiesOf(answer))).json()).toEqual({ token: 'token of wang' });
  expect(await (await get('/wechat/token')).json()).toEqual({ token: null });
  for (const back of [
    'https://else.example/',
    '/.//else.example/',
    '//else.example/',
    '\\\\else.example',
    'https://',
    '/'.repeat(4_000),
  ])
    expect(new URL((await login(back)).headers.get('location') ?? '', origin).origin).toBe(origin);
});

it('keeps nobody’s session for longer than it holds', async () => {
  const { get, login, sessions, later } = setUp();
  const first = await login('/');
  await login('/');
  expect(sessions.size).toBe(2);
  later(86_400);
  expect(await (await get('/wechat/token', cookiesOf(first))).json()).toEqual({ token: null });
  await login('/');
  expect(sessions.size).toBe(1);
});

it('signs nobody in whose login was begun elsewhere or has been used, and says so to people', async () => {
  const used: Record<string, object> = {};
  const { get, login } = setUp(used);
  const begun = await get('/wechat/login?back=/');
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
  expect((await get(`/wechat/back?code=GOOD&state=${state}`)).status).toBe(400);
  const guessed = await get('/wechat/back?code=GOOD&state=guessed', cookiesOf(begun));
  expect(guessed.status).toBe(400);
  expect(await guessed.text()).toContain('没有登录成');

  const signedIn = cookiesOf(await login('/'));
  // The phone's key goes back to the address that WeChat sent them to.
  const again = await get(`/wechat/back?code=GOOD&state=${state}`, signedIn);
  expect([again.status, again.headers.get('location')]).toEqual([302, `${origin}/`]);
  used['/sns/oauth2/access_token'] = { errcode: 40163, errmsg: 'code been used' };
  expect((await login('/')).status).toBe(400);
});

it('sends strangers to register, and to where they were afterwards', async () => {
  const { login } = setUp();
  const stranger = await login('/h5/?action=1', 'OTHER');
  expect(stranger.headers.get('location')).toBe(`/register?return=${encodeURIComponent(`${origin}/h5/?action=1`)}`);
  expect(cookiesOf(stranger)).not.toContain('session=');
});
