import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { FmMemberErasedEvent } from '../member-card/events.ts';
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
    token = null;
    await community.signedOut();
    expect(community.client?.session.state).to.equal('signed-out');
  });

  it('asks for no token of someone who has just erased themself, until the portal says who is signed in', async () => {
    let asked = 0;
    const getToken = async (): Promise<string> => `header.payload.${++asked}`;
    const community = await fixture<FmCommunity>(
      html`<fm-community api-url="/nowhere/api/v1" area="yikang" theme="party" .getToken=${getToken}><test-probe></test-probe></fm-community>`,
    );
    const session = community.client?.session;
    expect(await session?.check()).to.equal(true);
    probeIn(community).dispatchEvent(new FmMemberErasedEvent('2026-11-24T02:00:00.000Z'));
    expect(await session?.check()).to.equal(false);
    expect(asked).to.equal(1);
    await community.signedIn();
    expect(session?.state).to.equal('signed-in');
  });
});
