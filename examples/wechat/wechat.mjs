// What a portal's own server does for its pages inside WeChat, with nothing but Node: it signs pages for `wx.config`, finds
// out who looks at them, and answers with their token. A handler of requests: any server can call it.
import { createHash, randomBytes } from 'node:crypto';

const api = 'https://api.weixin.qq.com';
const day = 86_400_000;
/** WeChat's numbers for a code that is none, or has been used: it is good once, for five minutes. */
const spent = new Set([40029, 40163]);

/** WeChat's own rule for the signature: these four, in this order, by SHA-1. */
export function signatureOf({ ticket, nonceStr, timestamp, url }) {
  const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url.replace(/#.*/, '')}`;
  return createHash('sha1').update(text).digest('hex');
}

/** Asks once for all who ask meanwhile, and again five minutes before the answer ends: WeChat counts how often it is asked. */
function kept(ask, now) {
  let answer;
  let until = 0;
  const forget = () => {
    answer = undefined;
  };
  const get = () => {
    if (answer === undefined || now() >= until) {
      until = Infinity;
      answer = ask().then(
        ({ value, seconds }) => {
          until = now() + (seconds - 300) * 1000;
          return value;
        },
        (error) => {
          forget();
          throw error;
        },
      );
    }
    return answer;
  };
  return { get, forget };
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

/** A page for whom a person sees it, not a program. */
const sorry = () =>
  new Response(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<title>没有登录成</title><p>没有登录成。<a href="/">回首页</a>，再试一次。</p></html>',
    { status: 400, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );

/**
 * @param options - `{ appId, secret }` of the official account; `origin` of the portal, as `https://portal.example`;
 * `personOf(openid)`: who that is in the portal, or null; `signToken(person)`: their token, as in examples/tokens;
 * `sessions`: where a portal with several servers, or one that is restarted, keeps them
 */
export function createWeChat({
  appId,
  secret,
  origin,
  personOf,
  signToken,
  sessions = new Map(),
  fetch = globalThis.fetch,
  now = Date.now,
}) {
  async function ask(path, query, init) {
    const response = await fetch(`${api}${path}?${new URLSearchParams(query)}`, { ...init, signal: AbortSignal.timeout(10_000) });
    const answer = await response.json();
    // WeChat answers 200 for what went wrong too.
    const { errcode, errmsg } = answer;
    if (errcode) throw Object.assign(new Error(`WeChat: ${errcode} ${errmsg}`), { errcode });
    return answer;
  }
  // The stable one: whoever else asks for this account, another server or what the portal had before, gets the same, and
  // nobody's is ended by it. /cgi-bin/token ends the one before.
  const accessToken = kept(async () => {
    const body = JSON.stringify({ grant_type: 'client_credential', appid: appId, secret });
    const { access_token: value, expires_in: seconds } = await ask('/cgi-bin/stable_token', {}, { method: 'POST', body });
    return { value, seconds };
  }, now);
  const ticket = kept(async () => {
    try {
      const query = { access_token: await accessToken.get(), type: 'jsapi' };
      const { ticket: value, expires_in: seconds } = await ask('/cgi-bin/ticket/getticket', query);
      return { value, seconds };
    } catch (error) {
      // WeChat may have ended it before its time, as where somebody has changed the secret.
      accessToken.forget();
      throw error;
    }
  }, now);

  /** A page of this portal, whole; its first one for what is none. */
  function own(address) {
    try {
      const url = new URL(address, origin);
      if (url.origin === origin) return url.href;
    } catch {
      // No address at all.
    }
    return `${origin}/`;
  }
  const sessionOf = (request) => {
    const found = sessions.get(cookies(request)['wechat-session']);
    return found && found.until > now() ? found.person : null;
  };
  function begin(person) {
    // All hold equally long, so those that have ended are the first ones.
    for (const [id, { until }] of sessions) {
      if (until > now()) break;
      sessions.delete(id);
    }
    const id = randomBytes(24).toString('hex');
    sessions.set(id, { person, until: now() + day });
    return id;
  }

  const answers = {
    /** For `wx.config`. Only pages of this portal are signed, by the address that they really have. */
    async '/wechat/signature'(_request, { searchParams }) {
      const url = searchParams.get('url') ?? '';
      if (!url.startsWith(`${origin}/`)) return json({ error: 'not a page of this portal' }, 400);
      const timestamp = Math.floor(now() / 1000);
      const nonceStr = randomBytes(12).toString('hex');
      return json({
        appId,
        timestamp,
        nonceStr,
        signature: signatureOf({ ticket: await ticket.get(), nonceStr, timestamp, url }),
      });
    },

    /** To WeChat, which sends whoever it is back at once: `snsapi_base` asks nobody anything. */
    async '/wechat/login'(_request, { searchParams }) {
      const state = randomBytes(12).toString('hex');
      // WeChat wants them in this order.
      const query = new URLSearchParams({
        appid: appId,
        redirect_uri: `${origin}/wechat/back`,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      });
      const wanted = searchParams.get('back') ?? '/';
      const back = Buffer.from(wanted.length > 2000 ? '/' : wanted).toString('base64url');
      const to = `https://open.weixin.qq.com/connect/oauth2/authorize?${query}#wechat_redirect`;
      return redirect(to, cookie('wechat-login', `${state}.${back}`, 600));
    },

    async '/wechat/back'(request, { searchParams }) {
      const [state, back = ''] = (cookies(request)['wechat-login'] ?? '').split('.');
      const code = searchParams.get('code');
      // Somebody else's login would be put onto this phone. Who has gone back to this address by the phone's key is signed in.
      if (!state || state !== searchParams.get('state') || !code) return sessionOf(request) ? redirect(`${origin}/`) : sorry();
      const query = { appid: appId, secret, code, grant_type: 'authorization_code' };
      const answer = await ask('/sns/oauth2/access_token', query).catch((error) => {
        if (!spent.has(error.errcode)) throw error;
      });
      if (!answer) return sorry();
      const person = await personOf(answer.openid);
      // Back into this portal and nowhere else, without the code in the address.
      const home = own(Buffer.from(back, 'base64url').toString());
      const done = cookie('wechat-login', '', 0);
      if (!person) return redirect(`/register?return=${encodeURIComponent(home)}`, done);
      return redirect(home, done, cookie('wechat-session', begin(person), day / 1000));
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
