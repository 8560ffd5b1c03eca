import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { describe, it, vi } from 'vitest';
import { define } from '../shared/define.ts';
import { FmElement } from '../shared/elements.ts';
import './define.ts';
import type { FmCommunity } from './community.ts';

class Probe extends FmElement {}
customElements.define('test-probe', Probe);

const probeIn = (community: FmCommunity): Probe => {
  const probe = community.querySelector('test-probe');
  if (!(probe instanceof Probe)) throw new Error('there is no probe');
  return probe;
};

describe('fm-community', () => {
  it('hands one client and its attributes to all elements inside, and unknown values fall back', async () => {
    const community =
      await fixture<FmCommunity>(html`<fm-community api-url="/nowhere/api/v1" area="yikang" lang="en-GB" theme="gold" mode="elder">
      <test-probe></test-probe>
    </fm-community>`);
    const probe = probeIn(community);
    await probe.updateComplete;
    expect(probe.community.client).to.equal(community.client);
    expect(probe.community).to.include({ area: 'yikang', lang: 'en', theme: 'neutral', mode: 'elder' });
    expect(probe.dataset['mode']).to.equal('elder');
  });

  it('makes another client for another server', async () => {
    const community = await fixture<FmCommunity>(
      html`<fm-community api-url="/one/api/v1" area="yikang" theme="party"><test-probe></test-probe></fm-community>`,
    );
    const before = community.client;
    community.apiUrl = '/two/api/v1';
    await community.updateComplete;
    expect(community.client).not.to.equal(before);
    expect(probeIn(community).community.client).to.equal(community.client);
  });

  it('goes on with the new member after the portal signed someone in, and with nobody after they left', async () => {
    let token: string | null = null;
    const community = await fixture<FmCommunity>(
      html`<fm-community api-url="/nowhere/api/v1" area="yikang" theme="party" .getToken=${async () => token}><test-probe></test-probe></fm-community>`,
    );
    await probeIn(community).updateComplete;
    expect(await community.client?.session.check()).to.equal(false);
    const { epoch } = probeIn(community).community;
    token = 'header.payload.signature';
    await community.signedIn();
    expect(community.client?.session.state).to.equal('signed-in');
    expect(probeIn(community).community.epoch).to.be.above(epoch);
    // The portal's own session may be slower to end: that is no reason to stay signed in here.
    community.signedOut();
    expect(community.client?.session.state).to.equal('signed-out');
    expect(await community.client?.session.check()).to.equal(false);
    community.lang = 'en';
    await community.updateComplete;
    expect(await community.client?.session.check(), 'nor is one who speaks another language').to.equal(false);
    await community.signedIn();
    expect(community.client?.session.state).to.equal('signed-in');
  });

  it('asks a getToken that comes late at once, and one that only takes another’s place with the next renewal', async () => {
    const community = await fixture<FmCommunity>(
      html`<fm-community api-url="/nowhere/api/v1" area="yikang" theme="party"></fm-community>`,
    );
    expect(await community.client?.session.check()).to.equal(false);
    let asked = 0;
    const asks = async (): Promise<string> => `header.payload.${++asked}`;
    community.getToken = asks;
    await community.updateComplete;
    expect(await community.client?.session.check()).to.equal(true);
    community.getToken = () => asks();
    await community.updateComplete;
    expect(await community.client?.session.check()).to.equal(true);
    expect(asked).to.equal(1);
  });

  const saying = (area: string, getToken?: () => Promise<string>) =>
    html`<fm-community api-url="/nowhere/api/v1" area=${area} theme="party" .getToken=${getToken}></fm-community>`;
  const clientsOf = async (page: TemplateResult) => {
    const root = await fixture(html`<main>${page}</main>`);
    const communities = [...root.querySelectorAll('fm-community')];
    const clients = async () => {
      await Promise.all(communities.map((one) => one.updateComplete));
      return communities.map(({ client }) => client);
    };
    return { communities, clients };
  };

  it('has one client with all others on the page that say the same, so that a question and a connection is one', async () => {
    const getToken = async (): Promise<string> => 'header.payload.signature';
    const { clients } = await clientsOf(
      html`${saying('yikang')}${saying('yikang')}${saying('lianhua')}${saying('yikang', getToken)}${saying('yikang', getToken)}`,
    );
    const [first, second, elsewhere, signedIn, withThem] = await clients();
    expect(second).to.equal(first);
    expect(elsewhere).not.to.equal(first);
    expect(signedIn).not.to.equal(first);
    expect(withThem).to.equal(signedIn);
  });

  it('asks for one token where all that share a client are told at once that somebody signed in', async () => {
    let asked = 0;
    const getToken = async (): Promise<string> => `header.payload.${++asked}`;
    const { communities } = await clientsOf(html`${saying('yikang', getToken)}${saying('yikang', getToken)}`);
    await Promise.all(communities.map((community) => community.signedIn()));
    expect(asked).to.equal(1);
    await communities[0]?.signedIn();
    expect(asked).to.equal(2);
  });

  it('leaves a client that it shared once it has a way to a token that the others do not have', async () => {
    const tokenOf = (who: string) => async (): Promise<string> => `header.${who}.signature`;
    const { communities, clients } = await clientsOf(html`${saying('yikang')}${saying('yikang')}${saying('yikang')}`);
    const [first, second, third] = communities;
    if (!first || !second || !third) throw new Error('there are three');
    expect(new Set(await clients()).size).to.equal(1);
    first.getToken = tokenOf('wang');
    second.getToken = tokenOf('li');
    const [wang, li, nobody] = await clients();
    const isSomebody = [wang, li, nobody].map(async (client) => client?.session.check());
    expect(await Promise.all(isSomebody)).to.deep.equal([true, true, false]);
    expect(new Set([wang, li, nobody]).size).to.equal(3);
  });

  it('has nobody signed in either in another language, where somebody left by way of one that shares its client', async () => {
    const getToken = async (): Promise<string> => 'header.payload.signature';
    const { communities, clients } = await clientsOf(html`${saying('yikang', getToken)}${saying('yikang', getToken)}`);
    const [first, second] = communities;
    if (!first || !second) throw new Error('there are two');
    const [client] = await clients();
    expect(await client?.session.check()).to.equal(true);
    first.signedOut();
    second.lang = 'en';
    const [before, now] = await clients();
    expect(now).not.to.equal(before);
    expect(await now?.session.check(), 'the other one was told').to.equal(false);
    await second.signedIn();
    expect(await now?.session.check()).to.equal(true);
    // As a member card does for whoever erases themself.
    now?.session.end();
    second.area = 'lianhua';
    await second.updateComplete;
    expect(await second.client?.session.check(), 'an element ended it').to.equal(false);
  });

  it('comes back to the page as those who stayed: whoever has left meanwhile is gone there too', async () => {
    const getToken = async (): Promise<string> => 'header.payload.signature';
    const { communities } = await clientsOf(saying('yikang', getToken));
    const [away] = communities;
    if (!away) throw new Error('there is one');
    const place = away.parentElement;
    expect(await away.client?.session.check()).to.equal(true);
    away.remove();
    const stayed = await fixture<FmCommunity>(saying('yikang', getToken));
    stayed.signedOut();
    place?.append(away);
    expect(away.client).to.equal(stayed.client);
    expect(await away.client?.session.check()).to.equal(false);
  });

  it('asks another portal who is signed in, although nobody was at the one before', async () => {
    const community = await fixture<FmCommunity>(
      html`<fm-community api-url="/one/api/v1" area="yikang" theme="party" .getToken=${async () => null}></fm-community>`,
    );
    expect(await community.client?.session.check()).to.equal(false);
    community.apiUrl = '/two/api/v1';
    await community.updateComplete;
    expect(community.client?.session.state).to.equal('unknown');
  });

  it('begins anew where the one that it could have shared with has left the page', async () => {
    const { communities, clients } = await clientsOf(saying('yikang'));
    const [before] = await clients();
    communities[0]?.remove();
    const later = await fixture<FmCommunity>(saying('yikang'));
    expect(later.client).not.to.equal(before);
  });
});

describe('elements that stand alone', () => {
  it('share a client with those that name the same server in the same language', async () => {
    const probe = (apiUrl: string, lang: string) => html`<test-probe api-url=${apiUrl} area="yikang" lang=${lang}></test-probe>`;
    const root = await fixture(
      html`<main>${probe('/one/api/v1', 'en')}${probe('/one/api/v1', 'en')}${probe('/one/api/v1', 'zh-CN')}${probe('/two/api/v1', 'en')}</main>`,
    );
    const [one, same, chinese, other] = [...root.querySelectorAll<Probe>('test-probe')].map(({ community }) => community.client);
    expect(same).to.equal(one);
    expect(chinese).not.to.equal(one);
    expect(other).not.to.equal(one);
  });
});

it('is that of the first copy on a page, which the second says once', () => {
  const copies = Symbol.for('five-micro.copies');
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const first = customElements.get('fm-community');
  try {
    for (let copy = 0; copy < 2; copy++) define('fm-community', class extends HTMLElement {});
    if (first) define('fm-community', first);
    expect(customElements.get('fm-community')).to.equal(first);
    expect(warned.mock.calls.map(String)).to.have.length(1);
    expect(String(warned.mock.calls)).to.contain('[five-micro] Another copy has defined <fm-community>');
  } finally {
    warned.mockRestore();
    Reflect.deleteProperty(globalThis, copies);
  }
});
