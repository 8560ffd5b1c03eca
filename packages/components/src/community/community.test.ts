import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
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
});
