/// <reference types="vite/client" />
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
import doc from '../../../../docs/login.md?raw';
import { FmLoginRequiredEvent } from '../shared/events.ts';
import './define.ts';
import '../wish-wall/define.ts';
import type { FmCommunity } from './community.ts';

const blocks = (language: string) =>
  [...doc.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code);
const only = (language: string, holds: string) => {
  const found = blocks(language).filter((code) => code.includes(holds));
  if (found.length !== 1) throw new Error(`${found.length} blocks of ${language} hold ${holds}`);
  return found[0] ?? '';
};

/** Runs a block as a page's script would, with what it finds there. */
const runs = (code: string, page: Record<string, unknown> = {}): void => {
  // What the guide tells people to write is what is tried.
  const script = Reflect.construct(Function, [...Object.keys(page), code]) as () => void;
  Reflect.apply(script, undefined, Object.values(page));
};

/** A page's document that only this test hears. */
const page = async () => {
  const community = await fixture<FmCommunity>(
    html`<fm-community api-url="/nowhere/api/v1" area="yikang" theme="party"></fm-community>`,
  );
  return { community, asks: (event: Event) => community.dispatchEvent(event) };
};

describe('the guide to a portal’s login', () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const one of undo.splice(0)) one();
    vi.restoreAllMocks();
  });
  /** `document`, whose listeners go when the test does. */
  const ownDocument = {
    addEventListener: (type: string, listener: EventListener) => {
      document.addEventListener(type, listener);
      undo.push(() => document.removeEventListener(type, listener));
    },
    querySelectorAll: (selector: string) => document.querySelectorAll(selector),
  };

  it('has markup that is a community with a wall in it, and asks the portal’s own address', async () => {
    const asked: string[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return Response.json({ token: null });
    });
    const parsed = new DOMParser().parseFromString(only('html', '<fm-community'), 'text/html');
    const community = document.adoptNode(parsed.body.children[0] as FmCommunity);
    document.body.append(community);
    undo.push(() => community.remove());
    await community.updateComplete;
    await waitUntil(() => asked.includes(new URL('/five-micro/token', location.href).href));
    expect(community.client?.apiUrl).to.equal('https://wishes.example/api/v1');
    expect(community.querySelector('fm-wish-wall')?.shadowRoot).not.to.equal(null);
  });

  it('gives a function that brings a token, or null', async () => {
    const { community } = await page();
    let status = 200;
    const fetch = vi.fn(async () => Response.json({ token: 'header.payload.signature' }, { status }));
    runs(only('js', '.getToken ='), { document: { querySelector: () => community }, fetch });
    await community.signedIn();
    expect(community.client?.session.state).to.equal('signed-in');
    status = 401;
    await community.signedIn();
    expect(community.client?.session.state).to.equal('signed-out');
    expect(fetch.mock.calls[0]).to.deep.include('https://accounts.portal.example/token');
  });

  it('opens a box and hands over its promise', async () => {
    const box = Promise.resolve();
    const { asks } = await page();
    runs(only('js', 'openLoginBox'), { document: ownDocument, openLoginBox: () => box });
    const event = new FmLoginRequiredEvent('claim', 'wish-1');
    asks(event);
    expect(event.waits).to.deep.equal([box]);
    expect(event.defaultPrevented).to.equal(true);
  });

  it('tells the elements that someone signed in, and out', async () => {
    const { community } = await page();
    community.getToken = async () => 'header.payload.signature';
    runs(only('js', 'community.signedIn()'), { document: ownDocument });
    await waitUntil(() => community.client?.session.state === 'signed-in');
    runs(only('js', 'community.signedOut()'), { document: ownDocument });
    await waitUntil(() => community.client?.session.state === 'signed-out');
  });

  it('leaves for a login page and names the way back to what was begun', async () => {
    const { asks } = await page();
    const went: string[] = [];
    const place = { href: 'https://portal.example/wishes.html?from=home', assign: (to: string) => went.push(to) };
    runs(only('js', 'location.assign'), { document: ownDocument, location: place });
    for (const event of [
      new FmLoginRequiredEvent('claim', 'w1'),
      new FmLoginRequiredEvent('sign-up', 'a1'),
      new FmLoginRequiredEvent('vote', 'r1'),
      new FmLoginRequiredEvent('post'),
    ])
      asks(event);
    expect(went.map((to) => new URL(to, place.href).searchParams.get('return'))).to.deep.equal([
      '/wishes.html?from=home&wish=w1',
      '/wishes.html?from=home&action=a1',
      '/wishes.html?from=home&round=r1',
      '/wishes.html?from=home',
    ]);
  });
});
