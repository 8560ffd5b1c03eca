import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { FmLoginRequiredEvent } from '../../shared/events.ts';
import { makeArea } from '../../shared/testing/fakes.ts';
import '../../wish-wall/define.ts';
import '../define.ts';
import { FmDoctor } from './doctor.ts';
import { json, linesIn, panelIn, problem, says } from './testing/says.ts';
import { zhCN } from './words/zh-CN.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** What the server answers about the area; everything else is not there. */
let server: Answer;
const asked: Request[] = [];

beforeEach(() => {
  asked.length = 0;
  FmDoctor.patience = 0;
  server = () => json(makeArea());
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    asked.push(request);
    return /\/areas\/[^/]+$|\/api\/v1$|\/token$/.test(new URL(request.url).pathname)
      ? server(request)
      : problem(404, 'request.not-found', 'nothing here');
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const good = html`<fm-community debug api-url="/api/v1" area="yikang" theme="party" mode="elder" class="mine" data-mine="1">
  <fm-wish-wall limit="3" compact></fm-wish-wall>
</fm-community>`;
const isFine = Object.values(zhCN.checks).map(({ fine }) => fine);

describe('fm-community with debug', () => {
  it('says of a page that is right that nothing is wrong, check by check', async () => {
    const { root, wrong, caution, fine } = await says(good);
    expect({ wrong, caution }).to.deep.equal({ wrong: [], caution: [] });
    // Where nobody can sign in, nobody has to be taken anywhere.
    expect(fine).to.deep.equal(isFine.with(2, zhCN.checks.token.none).toSpliced(3, 1));
    expect(panelIn(root)?.querySelector('[role=status]')?.textContent).to.equal(zhCN.count.none);
  });

  it('is the only one that shows and loads the panel', async () => {
    const root = await fixture(html`<main><fm-community api-url="/api/v1" area="yikang"><p>mine</p></fm-community></main>`);
    const debugged = await says(good);
    expect(panelIn(root)).to.equal(undefined);
    expect(panelIn(debugged.root)).not.to.equal(undefined);
  });

  it('says it in English where the community speaks it', async () => {
    const { wrong } = await says(
      html`<fm-community debug api-url="/api/v1" area="yikang" lang="en" theme="gold"></fm-community>`,
    );
    expect(wrong).to.deep.equal([
      'theme of <fm-community> cannot be "gold" It can be: neutral party spring. Now it counts as left out.',
    ]);
  });

  it('comes and goes with the attribute', async () => {
    const root = await fixture(html`<main><fm-community api-url="/api/v1" area="yikang"></fm-community></main>`);
    const community = root.querySelector('fm-community')!;
    community.setAttribute('debug', '');
    await waitUntil(() => panelIn(root)?.querySelector('li'));
    community.removeAttribute('debug');
    await waitUntil(() => !panelIn(root));
    community.debug = true;
    await waitUntil(() => panelIn(root)?.querySelector('li'));
  });

  it('gives the code of other elements time to come', async () => {
    FmDoctor.patience = 10_000;
    const tag = 'fm-worker-desk';
    const slow = says(
      html`<fm-community debug api-url="/api/v1" area="yikang" theme="party"><fm-worker-desk></fm-worker-desk></fm-community>`,
    );
    await waitUntil(() => asked.length > 0);
    customElements.define(tag, class extends HTMLElement {});
    expect((await slow).wrong).to.deep.equal([]);
  });

  it('says nothing of attributes that any element may have, or that belong to the page’s own libraries', async () => {
    const markup =
      '<fm-wish-wall autofocus spellcheck="false" itemscope x-data="{}" :class="a" @click="b" hx-get="/c" wire:model="d"></fm-wish-wall>';
    const wall = document.importNode(new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild!, true);
    const { caution } = await says(html`<fm-community debug api-url="/api/v1" area="yikang">${wall}</fm-community>`);
    expect(caution).to.deep.equal([]);
  });

  it('stands once where the community is moved about, and looks again when asked', async () => {
    const { root, lines } = await says(html`<fm-community debug api-url="/api/v1" area="yikang" theme="gold"></fm-community>`);
    const community = root.querySelector('fm-community')!;
    root.append(document.createElement('hr'), community);
    await waitUntil(() => linesIn(root, 'wrong').length === 1);
    expect(community.shadowRoot?.querySelectorAll('fm-doctor')).to.have.length(1);
    community.setAttribute('theme', 'party');
    await waitUntil(() => panelIn(root)?.querySelector<HTMLButtonElement>('button')?.disabled === false);
    panelIn(root)?.querySelector('button')?.click();
    await waitUntil(() => lines().fine.length === 5);
    expect(lines().wrong).to.deep.equal([]);
  });

  it.each([
    ['an element that does not exist', html`<fm-wishwall></fm-wishwall>`, '没有 <fm-wishwall> 这个元素'],
    ['an element whose code is not there', html`<fm-star-gallery></fm-star-gallery>`, '<fm-star-gallery> 的代码不在这一页'],
    [
      'a value that is none',
      html`<fm-wish-wall mode="old"></fm-wish-wall>`,
      '<fm-wish-wall> 的 mode 不能是“old” 可以写：normal elder',
    ],
    ['a language that is none', html`<fm-wish-wall lang="fr"></fm-wish-wall>`, '<fm-wish-wall> 的 lang 不能是“fr”'],
    ['a number that is none', html`<fm-wish-wall limit="many"></fm-wish-wall>`, '<fm-wish-wall> 的 limit 不能是“many”'],
    ['half a wish', html`<fm-wish-wall limit="2.5"></fm-wish-wall>`, '可以写整数：1 2 3 … 100。现在按最近的算'],
    ['a kind that is none', html`<fm-wish-wall kind="thing"></fm-wish-wall>`, '可以写：item service company'],
    ['a status that is none', html`<fm-wish-wall status="done"></fm-wish-wall>`, '可以写：open in-progress helped'],
  ])('names %s', async (_what, inside, words) => {
    const { wrong } = await says(html`<fm-community debug api-url="/api/v1" area="yikang">${inside}</fm-community>`);
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain(words);
  });

  it('names an attribute that does nothing, with those that there are', async () => {
    const { caution } = await says(html`<fm-community debug api-url="/api/v1" area="yikang" token_url="/t"></fm-community>`);
    expect(caution).to.have.length(1);
    expect(caution[0]).to.contain('没有 token_url 这个属性').and.to.contain('token-url');
  });

  it('names an element outside of any community, also in a shadow root of the page', async () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.createElement('fm-wish-wall'));
    const { wrong } = await says(html`${good}<fm-wish-wall></fm-wish-wall>${host}`);
    expect(wrong).to.have.length(2);
    for (const line of wrong) expect(line).to.contain('<fm-wish-wall> 不在 <fm-community> 里').and.to.contain('api-url');
  });

  it.each([
    ['no api-url', html`<fm-community debug area="yikang"></fm-community>`, '还没有写 api-url'],
    ['no area', html`<fm-community debug api-url="/api/v1"></fm-community>`, '还没有写 area'],
    ['an api-url that is no address', html`<fm-community debug api-url="http://" area="yikang"></fm-community>`, 'api-url 不对'],
  ])('names %s, and leaves the token for later', async (_what, page, words) => {
    const { wrong, skipped } = await says(page);
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain(words);
    expect(skipped).to.deep.equal([zhCN.checks.token.skipped]);
  });

  it.each<[string, Answer, string]>([
    [
      'an address where no such server is',
      () => new Response('<h1>hello</h1>', { headers: { 'content-type': 'text/html' } }),
      'api-url 不对',
    ],
    ['an area that the server does not have', () => problem(404, 'area.unknown', '没有这个社区'), '没有叫“yikang”的社区'],
    ['a server that fails', () => problem(500, 'server.failed', '服务器出了错'), '服务器答错了'],
  ])('names %s', async (_what, answer, words) => {
    server = answer;
    const { wrong } = await says(html`<fm-community debug api-url="/api/v1" area="yikang"></fm-community>`);
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain(words);
  });

  const elsewhere = html`<fm-community debug api-url="https://wuwei.example/api/v1" area="yikang"></fm-community>`;

  it('tells a server that does not know this website', async () => {
    server = (request) => {
      // As a browser: the page may not read the answer.
      if (request.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    };
    const { wrong } = await says(elsewhere);
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain('服务器不认得这个网站').and.to.contain(location.origin).and.to.contain('ALLOWED_ORIGINS');
  });

  it('from an address that is no API of ours, which no page may read either', async () => {
    server = (request) => {
      if (request.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    };
    const { wrong } = await says(html`<fm-community debug api-url="https://wuwei.example" area="yikang"></fm-community>`);
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain('api-url').and.to.contain('/api/v1').and.not.to.contain('ALLOWED_ORIGINS');
  });

  it('from one that cannot be reached', async () => {
    server = () => {
      throw new TypeError('Failed to fetch');
    };
    const { wrong } = await says(elsewhere);
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain('服务器没有回答').and.to.contain('https://wuwei.example/api/v1');
  });

  const tokenPage = (tokenUrl: string) =>
    html`<fm-community debug api-url="/api/v1" area="yikang" theme="party" token-url=${tokenUrl} login-url="/login?back={back}"></fm-community>`;
  const withToken =
    (token: unknown, refusal?: Response): Answer =>
    (request) =>
      request.url.endsWith('/token')
        ? json({ token })
        : (request.headers.has('authorization') && refusal?.clone()) || json(makeArea());

  it.each<[string, string, Answer, string]>([
    ['on another website', 'https://else.example/token', withToken('a.b.c'), '登录还没有接好'],
    ['that answers something else', '/token', withToken(42), '登录还没有接好'],
    [
      'that answers 401',
      '/token',
      (r) => (r.url.endsWith('/token') ? json({}, 401) : json(makeArea())),
      'token-url answered 401',
    ],
    [
      'whose token the server refuses',
      '/token',
      withToken('a.b.c', problem(401, 'token.audience', 'aud 是“另一个”')),
      'aud 是“另一个”',
    ],
    ['whose token has ended', '/token', withToken('a.b.c', problem(401, 'token.expired', '登录过期了')), '登录刚开始就过期了'],
  ])('names a token-url %s', async (_what, tokenUrl, answer, words) => {
    server = answer;
    const { wrong, fine } = await says(tokenPage(tokenUrl));
    expect(wrong).to.have.length(1);
    expect(wrong[0]).to.contain(words);
    expect(fine).to.contain(zhCN.checks.server.fine);
  });

  it.each([
    ['somebody is signed in', 'a.b.c', zhCN.checks.token.fine],
    ['nobody is signed in', null, zhCN.checks.token.nobody],
  ])('says that %s, and asks with a client of its own', async (_what, token, words) => {
    server = withToken(token);
    const { root, wrong, fine } = await says(tokenPage('/token'));
    expect({ wrong, fine }).to.deep.equal({ wrong: [], fine: isFine.with(2, words) });
    expect(root.querySelector('fm-community')?.client?.session.state).to.equal('unknown');
  });

  it('says that it does not know where people sign in, until somebody has to: then whether that was taken on', async () => {
    server = withToken(null);
    const { root, lines, caution } = await says(
      html`<fm-community debug api-url="/api/v1" area="yikang" token-url="/token"><fm-wish-wall></fm-wish-wall></fm-community>`,
    );
    expect(caution).to.have.length(1);
    expect(caution[0]).to.contain('要登录的人去哪里').and.to.contain('login-url="/login?back={back}"');
    const asks = () => root.querySelector('fm-wish-wall')?.dispatchEvent(new FmLoginRequiredEvent('post'));
    asks();
    await waitUntil(() => lines().wrong.length === 1);
    expect(lines()).to.deep.include({ caution: [] });
    expect(lines().wrong[0]).to.contain('有人要登录，没有人接').and.to.contain('preventDefault()');
    root.addEventListener('fm-login-required', (event) => {
      event.stopPropagation();
      event.preventDefault();
    });
    asks();
    await waitUntil(() => lines().fine.includes(zhCN.checks.login.page));
    expect(lines()).to.deep.include({ wrong: [], caution: [] });
  });

  const violation = (
    effectiveDirective: string,
    blockedURI: string,
    sample = '',
    disposition: SecurityPolicyViolationEventDisposition = 'enforce',
  ) =>
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective,
        blockedURI,
        sample,
        documentURI: location.href,
        violatedDirective: effectiveDirective,
        originalPolicy: '',
        disposition,
        statusCode: 200,
      }),
    );

  it('says which line of the security policy keeps which address away, once for each line, and not those of others', async () => {
    server = () => json(makeArea());
    const { root, lines } = await says(elsewhere);
    expect(lines().wrong).to.deep.equal([]);
    violation('connect-src', 'https://wuwei.example/api/v1/areas/yikang?secret=1');
    violation('connect-src', 'https://wuwei.example/api/v1/areas/yikang/wishes');
    violation('script-src-elem', `${location.origin}/embed/all.js`);
    violation('img-src', 'data');
    violation('trusted-types', 'trusted-types-policy', 'lit-html');
    violation('trusted-types', 'trusted-types-policy', 'another');
    violation('img-src', 'https://ads.example/pixel.gif');
    // Reported by a policy that is only being tried out.
    violation('style-src-elem', `${location.origin}/own.css`, '', 'report');
    await waitUntil(() => lines().wrong.length > 0);
    expect(lines().wrong.map((line) => /给 (\S+) 加上 (\S+)。/.exec(line)?.slice(1).join(' '))).to.deep.equal([
      'connect-src https://wuwei.example',
      "script-src 'self'",
      'img-src data:',
      'trusted-types lit-html',
    ]);
    expect(panelIn(root)?.textContent).not.to.contain('secret');
  });

  it('names two versions on one page', async () => {
    const marks = ['aaaa11112222', 'bbbb11112222'].map((build) => Symbol.for(`five-micro ${build}`));
    for (const mark of marks) Reflect.set(globalThis, mark, {});
    try {
      const { caution } = await says(good);
      expect(caution).to.have.length(1);
      expect(caution[0]).to.contain('这一页有 2 个版本的五微');
    } finally {
      for (const mark of marks) Reflect.deleteProperty(globalThis, mark);
    }
  });
});
