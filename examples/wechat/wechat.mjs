// What a portal's own server does for its pages inside WeChat, with nothing but Node: it signs pages for `wx.config`, finds
// out who looks at them, and answers with their token. A handler of requests: any server can call it.
import { createHash, randomBytes } from 'node:crypto';

const api = 'https://api.weixin.qq.com';
const day = 86_400_000;

/** WeChat's own rule for the signature: these four, in this order, by SHA-1. */
export function signatureOf({ ticket, nonceStr, timestamp, url }) {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url.replace(/#.*/, '')}`;
  return createHash('sha1').update(text).digest('hex');
}

/** Asks once for all who ask meanwhile, and again five minutes before the answer ends: WeChat counts how often it is asked. */
function kept(ask, now) {
  let answer;
  let until = 0;
  return () => {
    if (answer === undefined || now() >= until) {
      until = Infinity;
      answer = ask().then(
        ({ value, seconds }) => {
          until = now() + (seconds - 300) * 1000;
          return value;
        },
        (error) => {
          answer = undefined;
          throw error;
        },
      );
    }
    return answer;
  };
}

const cookies = (request) =>
  Object.fromEntries((request.headers.get('cookie') ?? '').split(/;\s*/).map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
const cookie = (name, value, seconds) => `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;
const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
const redirect = (to, ...set) => {
  const headers = new Headers({ location: to, 'cache-control': 'no-store' });
  for (const one of set) headers.append('set-cookie', one);
  return new Response(null, { status: 302, headers });
};

/**
 * @param options - `{ appId, secret }` of the official account; `origin` of the portal, as `https://portal.example`;
 * `personOf(openid)`: who that is in the portal, or null; `signToken(person)`: their token, as in examples/tokens
 */
export function createWeChat({ appId, secret, origin, personOf, signToken, fetch = globalThis.fetch, now = Date.now }) {
  const sessions = new Map();

  async function ask(path, query) {
    const response = await fetch(`${api}${path}?${new URLSearchParams(query)}`);
    const answer = await response.json();
    // WeChat answers 200 for what went wrong too.
    if (answer.errcode) throw new Error(`WeChat: ${answer.errcode} ${answer.errmsg}`);
    return answer;
  }
  const accessToken = kept(async () => {
    const { access_token: value, expires_in: seconds } = await ask('/cgi-bin/token', {
      grant_type: 'client_credential',
      appid: appId,
      secret,
    });
    return { value, seconds };
  }, now);
  const ticket = kept(async () => {
    const { ticket: value, expires_in: seconds } = await ask('/cgi-bin/ticket/getticket', {
      access_token: await accessToken(),
      type: 'jsapi',
    });
    return { value, seconds };
  }, now);

  const sessionOf = (request) => {
    const found = sessions.get(cookies(request)['session']);
    return found && found.until > now() ? found.person : null;
  };

  const answers = {
    /** For `wx.config`. Only pages of this portal are signed, by the address that they really have. */
    async '/wechat/signature'(_request, { searchParams }) {
      const url = searchParams.get('url') ?? '';
      if (!url.startsWith(`${origin}/`)) return json({ error: 'not a page of this portal' }, 400);
      const timestamp = Math.floor(now() / 1000);
      const nonceStr = randomBytes(12).toString('hex');
      return json({ appId, timestamp, nonceStr, signature: signatureOf({ ticket: await ticket(), nonceStr, timestamp, url }) });
    },

    /** To WeChat, which sends whoever it is back at once: `snsapi_base` asks nobody anything. */
    async '/wechat/login'(_request, { searchParams }) {
      const state = randomBytes(12).toString('hex');
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: `${origin}/wechat/back`,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      });
      const back = Buffer.from(searchParams.get('back') ?? '/').toString('base64url');
      const to = `https://open.weixin.qq.com/connect/oauth2/authorize?${query}#wechat_redirect`;
      return redirect(to, cookie('login', `${state}.${back}`, 600));
    },

    async '/wechat/back'(request, { searchParams }) {
      const [state, back = ''] = (cookies(request)['login'] ?? '').split('.');
      const code = searchParams.get('code');
      // Somebody else's login would be put onto this phone.
      if (!state || state !== searchParams.get('state') || !code) return json({ error: 'login not begun here' }, 400);
      const { openid } = await ask('/sns/oauth2/access_token', { appid: appId, secret, code, grant_type: 'authorization_code' });
      const person = await personOf(openid);
      const to = new URL(Buffer.from(back, 'base64url').toString() || '/', origin);
      // Back into this portal and nowhere else, without the code in the address.
      const home = to.origin === origin ? to.href : origin;
      const done = cookie('login', '', 0);
      if (!person) return redirect('/register', done);
      const id = randomBytes(24).toString('hex');
      sessions.set(id, { person, until: now() + day });
      return redirect(home, done, cookie('session', id, day / 1000));
    },

    /** `token-url` of the page. */
    async '/wechat/token'(request) {
      const person = sessionOf(request);
      return json({ token: person ? await signToken(person) : null });
    },
  };

  /** Answers what is WeChat's; undefined for everything else. */
  return async (request) => {
    const url = new URL(request.url);
    return request.method === 'GET' ? answers[url.pathname]?.(request, url) : undefined;
  };
}
