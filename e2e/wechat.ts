import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { createWeChat } from '../examples/wechat/wechat.mjs';
import type { Portal } from './portal.ts';

const file = (name: string) => readFileSync(new URL(`../examples/wechat/${name}`, import.meta.url));
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The policy that docs/wechat.md gives. */
const policy = /<!-- policy -->\n```\nContent-Security-Policy: (.*)\n/.exec(
  readFileSync(new URL('../docs/wechat.md', import.meta.url), 'utf8'),
)?.[1];

/** What WeChat's servers answer. */
const answers: Record<string, object> = {
  '/cgi-bin/token': { access_token: 'ACCESS', expires_in: 7200 },
  '/cgi-bin/ticket/getticket': { errcode: 0, ticket: 'TICKET', expires_in: 7200 },
  '/sns/oauth2/access_token': { openid: 'OPENID' },
};

export interface OwnPortal {
  url: string;
  /** What WeChat's servers were asked, by path. */
  asked: string[];
  stop(): Promise<unknown>;
}

/**
 * A portal inside WeChat as examples/wechat has it: its page at `/h5/`, its server's part at `/wechat/`, and everything else
 * from Five Micro behind it, on the same origin. Its sign-in page is WeChat's, which sends people back at once.
 */
export async function startWeChatPortal(portal: Portal, member: string): Promise<OwnPortal> {
  const asked: string[] = [];
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === '/open-weixin') {
      response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?code=CODE&state=${searchParams.get('state')}` });
      response.end();
      return;
    }
    if (pathname.startsWith('/h5/')) {
      const name = pathname.slice(4) || 'index.html';
      response.writeHead(200, { 'content-type': types[extname(name)] ?? '', 'content-security-policy': policy ?? '' });
      response.end(file(name));
      return;
    }
    const headers = { cookie: request.headers.cookie ?? '' };
    const own = await handle(new Request(new URL(request.url ?? '/', url), { headers }));
    if (own) {
      // WeChat's page is out of reach from here.
      const location = own.headers.get('location')?.replace(/^https:\/\/open\.weixin\.qq\.com[^?]*/, '/open-weixin');
      response.writeHead(own.status, {
        ...Object.fromEntries(own.headers),
        'set-cookie': own.headers.getSetCookie(),
        ...(location && { location }),
      });
      response.end(await own.text());
      return;
    }
    const to = new URL(request.url ?? '/', portal.url);
    // With the name by which it was asked for: the addresses that it answers with begin with that.
    const behind = ask(to, { method: request.method, headers: request.headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    // A stream that goes on is ended by whoever closes its page.
    response.on('close', () => behind.destroy());
    behind.on('error', () => response.destroy());
    request.pipe(behind);
  }

  await once(server.listen(0, 'localhost'), 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const handle = createWeChat({
    appId: 'wx0000',
    secret: 'SECRET',
    origin: url,
    personOf: (openid) => (openid === 'OPENID' ? member : null),
    signToken: (sub: string) => portal.token('--sub', sub, '--area', 'yikang', '--role', 'resident'),
    fetch: async (address) => {
      const { pathname } = new URL(address);
      asked.push(pathname);
      return Response.json(answers[pathname] ?? { errcode: 40013, errmsg: 'invalid appid' });
    },
  });
  return {
    url,
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** WeChat as a page sees it, made up: it does what it is asked once it has been introduced, and remembers all of it. */
export const madeUpWx = `
  window.asked = [];
  window.scanned = '';
  var ready = [];
  var picture = function () {
    var canvas = document.createElement('canvas');
    canvas.width = 64; canvas.height = 48;
    canvas.getContext('2d').fillRect(0, 0, 32, 48);
    return canvas.toDataURL('image/jpeg').replace('image/jpeg', 'image/jgp');
  };
  var does = {
    scanQRCode: function (options) { options.success({ resultStr: window.scanned }); },
    chooseImage: function (options) { options.success({ localIds: ['wxLocalResource://1'] }); },
    getLocalImgData: function (options) { options.success({ localData: picture() }); },
    updateAppMessageShareData: function (options) { options.success({}); },
    updateTimelineShareData: function (options) { options.success({}); },
  };
  window.wx = { ready: function (f) { ready.push(f); }, error: function () {} };
  wx.config = function (options) {
    asked.push(['config', options, new Error().stack]);
    setTimeout(function () { ready.forEach(function (f) { f(); }); });
  };
  Object.keys(does).forEach(function (name) {
    wx[name] = function (options) {
      asked.push([name, JSON.parse(JSON.stringify(options))]);
      setTimeout(function () { does[name](options); });
    };
  });
`;
