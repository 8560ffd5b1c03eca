import { FiveMicroError } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { actionsOf, button, reads, until } from '../action-signup/testing/set-up.ts';
import { boardOf } from '../points-leaderboard/testing/set-up.ts';
import { openBegun } from '../shared/login/came-back.ts';
import { type ActName, FmLoginRequiredEvent } from '../shared/events.ts';
import { addressWithout, loginAddress, wayBack } from '../shared/login/login-url.ts';
import { unanswered } from '../shared/login/unanswered.ts';
import { makeAction, makeMySignUp } from '../shared/testing/fake-client.ts';
import { focused, onSecondPage, risen } from '../wish-wall/testing/open.ts';
import type { FmCommunity } from './community.ts';
import './define.ts';
import { examineLogin } from './doctor/login.ts';

const action = makeAction({ title: '磨剪刀' });
const toastOf = (element: Element) => element.shadowRoot?.querySelector('fm-toast');

/** Whether somebody has pressed or typed anything on this page. */
let isActive = true;
let here = '';
beforeEach(() => {
  isActive = true;
  here = location.href;
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.spyOn(navigator, 'userActivation', 'get').mockImplementation(() => ({ hasBeenActive: isActive, isActive }));
});
afterEach(() => {
  history.replaceState(null, '', here);
  vi.restoreAllMocks();
});

/** Actions of a community, of which nobody is signed in yet. */
async function page(
  loginUrl = '',
  portal: () => Promise<'signed-in' | 'signed-out'> = async () => 'signed-out',
  refused?: FiveMicroError,
) {
  const sent: string[] = [];
  const { element, client } = await actionsOf({
    session: refused ? 'signed-in' : 'signed-out',
    portal,
    items: [action],
    actions: {
      signUp: async (id) => {
        if (refused) throw refused;
        sent.push(id);
        return makeMySignUp();
      },
    },
  });
  const community = document.createElement('fm-community');
  community.loginUrl = loginUrl;
  element.replaceWith(community);
  community.append(element);
  await community.updateComplete;
  await element.updateComplete;
  return { community, element, client, sent, begin: () => button(element, '我来报名').click() };
}

describe('the login page that fm-community names', () => {
  it('is where whoever has to sign in is taken, with the way back to what they had begun', async () => {
    const { begin } = await page('#login?back={back}');
    begin();
    await waitUntil(() => location.hash.startsWith('#login'));
    const back = new URL(new URLSearchParams(location.hash.replace(/^.*\?/, '')).get('back') ?? '', location.href);
    expect(back.pathname).to.equal(new URL(here).pathname);
    expect(back.searchParams.get('fm-action')).to.equal(action.id);
  });

  it.each<[string, (event: HTMLElementEventMap['fm-login-required']) => void]>([
    ['preventDefault()', (event) => event.preventDefault()],
    ['waitUntil()', (event) => event.waitUntil(new Promise(() => undefined))],
  ])('is left alone where the page takes it on itself by %s', async (_how, take) => {
    const { community, element, begin } = await page('#login');
    let asked = false;
    community.addEventListener('fm-login-required', (event) => {
      take(event);
      asked = true;
    });
    begin();
    await until(() => asked);
    // What nobody took is looked after in a file that is there by now.
    await import('../shared/login/unanswered.ts');
    await element.updateComplete;
    expect(location.href).to.equal(here);
    expect(vi.mocked(console.error).mock.calls).to.deep.equal([]);
  });

  it('waits for a press where nobody has done anything on the page yet', async () => {
    isActive = false;
    const { element, begin } = await page('#login');
    begin();
    await reads(element, '请先登录，接着就办');
    expect(location.href).to.equal(here);
    isActive = true;
    button(element, '去登录').click();
    await waitUntil(() => location.hash === '#login');
  });

  it('waits for a press where a sign-in has ended under something that was to be sent', async () => {
    const { element, begin } = await page('#login', undefined, new FiveMicroError('auth.required'));
    begin();
    await reads(element, '请先登录，接着就办');
    expect(location.href).to.equal(here);
    button(element, '去登录').click();
    await waitUntil(() => location.hash === '#login');
  });

  it('waits for a press of what may begin by itself too where the browser does not tell of presses, as iOS before 16.4', () => {
    vi.restoreAllMocks();
    const told = Object.getOwnPropertyDescriptor(Navigator.prototype, 'userActivation');
    Reflect.deleteProperty(Navigator.prototype, 'userActivation');
    const host = Object.assign(document.createElement('div'), { community: { client: undefined, loginUrl: '#login' } });
    const ask = (act: ActName): string => {
      unanswered(host, new FmLoginRequiredEvent(act));
      return location.hash;
    };
    try {
      expect('userActivation' in navigator).to.equal(false);
      expect(ask('check-in')).to.equal('');
      expect(ask('check-in')).to.equal('#login');
      history.replaceState(null, '', here);
      expect(ask('claim')).to.equal('#login');
    } finally {
      if (told) Object.defineProperty(Navigator.prototype, 'userActivation', told);
    }
  });

  it.each(['javascript:alert(1)//{back}', 'http://login.example/', 'data:text/html,{back}', 'https://', ''])(
    'is nowhere else than on this website or on https: not %s',
    (template) => {
      expect(loginAddress(template, '/wishes')).to.equal(undefined);
    },
  );

  it('may be another website on https, and takes the way back as it can be written there', () => {
    const address = loginAddress('https://sso.example/login?service=https%3A%2F%2Fportal.example{back}', '/a?b=c&d');
    expect(address?.searchParams.get('service')).to.equal('https://portal.example/a?b=c&d');
    expect(loginAddress('/login?back={back}', '/a')?.href).to.equal(`${location.origin}/login?back=%2Fa`);
  });

  it('is told a way back that cannot lead to another website, without what was begun another time', () => {
    expect(wayBack('https://portal.example//evil.example/a?x=1&fm-wish=old#b')).to.equal('/evil.example/a?x=1#b');
    expect(wayBack('https://portal.example/\\evil.example', ['fm-wish', 'w1'])).to.equal('/evil.example?fm-wish=w1');
  });

  it('is told the query of the page letter by letter, whatever wrote it', () => {
    const gbk = 'https://portal.example/a?name=%B1%B1&to=a%20b&print&fm-wish=old';
    expect(wayBack(gbk, ['fm-action', 'a1'])).to.equal('/a?name=%B1%B1&to=a%20b&print&fm-action=a1');
    expect(wayBack(gbk)).to.equal('/a?name=%B1%B1&to=a%20b&print');
  });

  it('sends people back to the wish, action or round that they were at, which opens unless the page says otherwise', () => {
    const community = document.createElement('fm-community');
    const [wall, vote, stars, actions] = ['fm-wish-wall', 'fm-project-vote', 'fm-star-gallery', 'fm-action-signup'].map((tag) =>
      community.appendChild(document.createElement(tag)),
    );
    actions?.setAttribute('action', 'mine');
    const id = (last: number) => `0197f000-0000-7000-8000-00000000000${last}`;
    openBegun(community, `?fm-wish=${id(1)}&fm-contest=${id(2)}&fm-action=${id(3)}&fm-round=<b>`);
    expect(wall?.getAttribute('wish')).to.equal(id(1));
    expect(stars?.getAttribute('round')).to.equal(id(2));
    expect(actions?.getAttribute('action')).to.equal('mine');
    expect(vote?.hasAttribute('round')).to.equal(false);
  });

  it('reads its own address for that when it comes', async () => {
    history.replaceState(null, '', `?fm-wish=${action.id}`);
    const community: FmCommunity = document.createElement('fm-community');
    const wall = community.appendChild(document.createElement('fm-wish-wall'));
    community.loginUrl = '/login';
    document.body.append(community);
    await waitUntil(() => wall.getAttribute('wish') === action.id);
    community.remove();
  });

  it('takes what it has opened out of the address, and nothing else', async () => {
    const own = `${here.replace(/[?#].*$/, '')}?name=%B1%B1&to=a%20b&print&fm-theme=1`;
    const state = { router: 1 };
    history.replaceState(state, '', `${own}&fm-wish=${action.id}&fm-round=${action.id}&fm-contest=x#/a?fm-wish=b%20`);
    const community = document.createElement('fm-community');
    community.append(document.createElement('fm-wish-wall'), document.createElement('fm-star-gallery'));
    openBegun(community, location.search);
    // Who reloads before the element's code is there has it still.
    expect(location.search).to.contain('fm-wish');
    await import('../wish-wall/define.ts');
    await waitUntil(() => !location.search.includes('fm-wish'));
    // A round is opened by an element that this page does not have, and what no id is opens nothing.
    expect(location.href).to.equal(`${own}&fm-round=${action.id}&fm-contest=x#/a?fm-wish=b%20`);
    expect(history.state).to.deep.equal(state);
  });

  it('leaves no question mark behind, nor takes one that is not its own', () => {
    expect(addressWithout('https://portal.example//a?fm-wish=1#', ['fm-wish'])).to.equal('https://portal.example//a#');
    expect(addressWithout('https://portal.example/a#?fm-wish=1', ['fm-wish'])).to.equal('https://portal.example/a#?fm-wish=1');
  });
});

it('debug names a login page that may not be used, whatever the page does', () => {
  const asker = { apiUrl: '/api/v1', area: 'yikang', lang: '', tokenUrl: '/token', getToken: undefined };
  const [outcome] = examineLogin({ ...asker, loginUrl: 'javascript:alert(1)' }, 'taken');
  expect(outcome?.findings[0]?.kind).to.equal('login-url');
});

it.each<[string, { tokenUrl: string; loginUrl: string }]>([
  ['login-no-token', { tokenUrl: '', loginUrl: '/login?back={back}' }],
  ['login-no-back', { tokenUrl: '/token', loginUrl: '/login' }],
])('debug names a login page from which nobody comes back signed in: %s', (kind, addresses) => {
  const asker = { apiUrl: '/api/v1', area: 'yikang', lang: '', getToken: undefined };
  const [outcome] = examineLogin({ ...asker, ...addresses }, undefined);
  expect(outcome?.findings.map((one) => one.kind)).to.deep.equal([kind]);
});

describe('where nobody takes it that somebody has to sign in', () => {
  const words = '请先在这个网站登录，再来办这件事。';

  it('it is said in words instead of a button that does nothing, and once to who set the page up', async () => {
    const { element, begin } = await page();
    begin();
    await reads(element, words);
    expect([...(element.shadowRoot?.querySelectorAll('fm-toast button') ?? [])]).to.deep.equal([]);
    toastOf(element)?.close();
    await until(() => !toastOf(element));
    begin();
    await reads(element, words);
    const said = vi.mocked(console.error).mock.calls.map(String);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('login-url').and.to.contain('docs/login.md');
  });

  it('an address that may not be used counts as none', async () => {
    const { element, begin } = await page('javascript:alert(1)');
    begin();
    await reads(element, words);
    expect(location.href).to.equal(here);
  });

  it('what was begun still goes on once somebody has signed in, and the words go', async () => {
    const { element, client, sent, begin } = await page();
    begin();
    await reads(element, words);
    client.become('signed-in');
    await until(() => sent.length === 1);
    await until(() => !toastOf(element)?.text.includes(words));
  });

  it('it is said inside the sheet that lies open, where it can be closed, beside no button that leads nowhere', async () => {
    const form = await onSecondPage({
      session: 'signed-in',
      wishes: { post: () => Promise.reject(new FiveMicroError('auth.required', { status: 401 })) },
    });
    await risen(form.element);
    form.press('交给社工');
    await waitUntil(() => form.maybe('fm-toast')?.shadowRoot?.textContent.includes(words));
    await form.element.updateComplete;
    expect(form.texts('.ask button')).to.deep.equal(['先放着']);
    const close = form.one('fm-toast').shadowRoot?.querySelector('button');
    close?.focus();
    expect(focused()).to.equal(close);
  });

  it('an element that shows nothing without a sign-in says it too', async () => {
    const { board, root, button: press } = await boardOf({ session: 'signed-out' });
    await waitUntil(() => root.querySelector('.offer'));
    press('去登录').click();
    await until(() => toastOf(board)?.text === words);
    press('去登录').click();
    await until(() => root.querySelectorAll('fm-toast').length === 1);
  });
});

describe('whoever signed out on purpose', () => {
  it('is signed in again neither by the browser that brings the page back nor by a sign-in for somebody else’s server', async () => {
    const left = await page('', async () => 'signed-in');
    const here = await page('', async () => 'signed-in');
    left.client.session.end();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => here.client.session.state === 'signed-in');
    expect(left.client.session.state).to.equal('signed-out');
    here.client.become('signed-out');
    here.element.addEventListener('fm-login-required', (event) => event.waitUntil(Promise.resolve()));
    here.begin();
    await until(() => here.sent.length === 1);
    expect(left.client.session.state).to.equal('signed-out');
  });

  it('is signed in everywhere again by the sign-in that follows a sign-out from everywhere', async () => {
    const one = await page('', async () => 'signed-in');
    const other = await page('', async () => 'signed-in');
    for (const { client } of [one, other]) client.session.end();
    one.element.addEventListener('fm-login-required', (event) => event.waitUntil(Promise.resolve()));
    one.begin();
    await until(() => one.sent.length === 1);
    await until(() => other.client.session.state === 'signed-in');
  });
});
