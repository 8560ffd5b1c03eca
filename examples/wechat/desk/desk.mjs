// The example on a desk: its page, its server's part and a made-up WeChat, in front of a Five Micro server, all on one
// origin as in a real portal. Nothing of it is for your portal; `npm run example:wechat` starts it.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { extname } from 'node:path';
import { createWeChat } from '../wechat.mjs';

const files = ['index.html', 'wechat.css', 'wechat.js', 'share.png', 'desk/wx.js'];
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };
/** WeChat's own script, for which the made-up one stands in. */
const real = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';

/** What WeChat's servers answer. */
const answers = {
  '/cgi-bin/stable_token': { access_token: 'ACCESS', expires_in: 7200 },
  '/cgi-bin/ticket/getticket': { errcode: 0, ticket: 'TICKET', expires_in: 7200 },
  '/sns/oauth2/access_token': { openid: 'OPENID' },
};

/** The demo portal's own token for one of its made-up people: a real portal signs it itself, as in examples/tokens. */
async function tokenOf(behind, sub) {
  const { headers } = await fetch(new URL('/portal/sign-in', behind), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sub }),
  });
  const answered = await fetch(new URL('/portal/token', behind), { headers: { cookie: headers.get('set-cookie') ?? '' } });
  return (await answered.json()).token;
}

/**
 * @param options - `behind`: where the Five Micro server is, with its sample community; `member`: who of its made-up people
 * holds the phone; `policy`: the page's security policy; `isReal`: the page asks for WeChat's own script; `port`: 0 for a
 * free one
 */
export async function startDesk({ behind, member, policy, isReal = false, port = 0 }) {
  const asked = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });

  async function answer(request, response) {
    const address = new URL(request.url, url);
    const { pathname, searchParams } = address;
    // WeChat's page of the sign-in, which sends people back at once.
    if (pathname === '/open-weixin') {
      const location = `${searchParams.get('redirect_uri')}?code=CODE&state=${searchParams.get('state')}`;
      response.writeHead(302, { location }).end();
      return;
    }
    const name = pathname.startsWith('/h5/') ? pathname.slice(4) || 'index.html' : '';
    if (files.includes(name)) {
      const content = readFileSync(new URL(`../${name}`, import.meta.url));
      const headers = { 'content-type': types[extname(name)], ...(policy && { 'content-security-policy': policy }) };
      const isMadeUp = name === 'index.html' && !isReal;
      response.writeHead(200, headers).end(isMadeUp ? content.toString().replace(real, 'desk/wx.js') : content);
      return;
    }
    const own = await handle(new Request(address, { headers: { cookie: request.headers.cookie ?? '' } }));
    if (own) {
      const location = own.headers.get('location')?.replace(/^https:\/\/open\.weixin\.qq\.com[^?]*/, '/open-weixin');
      response.writeHead(own.status, {
        ...Object.fromEntries(own.headers),
        'set-cookie': own.headers.getSetCookie(),
        ...(location && { location }),
      });
      response.end(await own.text());
      return;
    }
    // With the name by which it was asked for: the addresses that it answers with begin with that.
    const { method, headers } = request;
    const passed = ask(new URL(request.url, behind), { method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    // A stream that goes on is ended by whoever closes its page.
    response.on('close', () => passed.destroy());
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  }

  await once(server.listen(port, 'localhost'), 'listening');
  const url = `http://localhost:${server.address().port}`;
  const handle = createWeChat({
    appId: 'wx0000',
    secret: 'SECRET',
    origin: url,
    personOf: (openid) => (openid === 'OPENID' ? member : null),
    signToken: (sub) => tokenOf(behind, sub),
    fetch: async (address) => {
      const { pathname } = new URL(address);
      asked.push(pathname);
      return Response.json(answers[pathname] ?? { errcode: 40013, errmsg: 'invalid appid' });
    },
  });
  return {
    url,
    /** What WeChat's servers were asked, by path. */
    asked,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
