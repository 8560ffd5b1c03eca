import { FiveMicroError } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { beforeEach, describe, it, vi } from 'vitest';
import { actionsOf, button, reads, until } from '../action-signup/testing/set-up.ts';
import { boardOf } from '../points-leaderboard/testing/set-up.ts';
import { makeRound } from '../project-vote/testing/data.ts';
import { button as voteButton, reads as voteReads, voteOf } from '../project-vote/testing/set-up.ts';
import { FmLoginRequiredEvent } from '../shared/events.ts';
import { fakeList, makeAction, makeMySignUp, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { makeContest } from '../star-gallery/testing/data.ts';
import { contestOf, names, pick } from '../star-gallery/testing/set-up.ts';
import { all, makeMe } from '../wish-wall/testing/open.ts';
import { button as wallButton, wallOf } from '../wish-wall/testing/wall.ts';

/** A portal's sign-in, which ends when the test says so. */
function portal() {
  let found: 'signed-in' | 'signed-out' = 'signed-out';
  let settle: { keep(): void; reject(): void } | undefined;
  const asked: FmLoginRequiredEvent[] = [];
  return {
    asked,
    /** For the fake client: what the portal says when it is asked for a token again. */
    session: { session: 'signed-out' as const, portal: async () => found },
    listen(element: HTMLElement) {
      element.addEventListener('fm-login-required', (event) => {
        asked.push(event);
        event.preventDefault();
        event.waitUntil(
          new Promise<void>((keep, reject) => {
            settle = { keep, reject: () => reject(new Error('they closed the box')) };
          }),
        );
      });
    },
    signIn() {
      found = 'signed-in';
      settle?.keep();
    },
    keepAlone: () => settle?.keep(),
    giveUp: () => settle?.reject(),
  };
}

beforeEach(() => localStorage.clear());

describe('what was begun before someone signed in goes on by itself, once the page has kept its promise', () => {
  it('in the wish wall: a claim', async () => {
    const login = portal();
    const wish = makeWish();
    const sent: string[] = [];
    const { wall } = await wallOf({
      ...login.session,
      me: { get: async () => makeMe() },
      wishes: {
        list: () => fakeList(() => pageOf([wish])),
        get: async () => wish,
        claim: async (id) => {
          sent.push(id);
          return { ...wish, can: [] };
        },
      },
    });
    login.listen(wall);
    wallButton(wall, '我来帮 TA').click();
    const inside = () => all(wall, 'fm-wish-claim').flatMap((claim) => all(claim, 'button.primary'));
    await until(() => inside().length > 0);
    inside()[0]?.click();
    await until(() => login.asked.length === 1);
    expect(sent).to.deep.equal([]);
    login.signIn();
    await until(() => sent.length === 1);
    expect(sent).to.deep.equal([wish.id]);
  });

  it('in actions: a sign-up', async () => {
    const login = portal();
    const action = makeAction({ title: '磨剪刀' });
    const sent: string[] = [];
    const { element } = await actionsOf({
      ...login.session,
      items: [action],
      actions: {
        get: async () => action,
        signUp: async (id) => {
          sent.push(id);
          return makeMySignUp();
        },
      },
    });
    login.listen(element);
    button(element, '我来报名').click();
    await until(() => login.asked.length === 1);
    login.signIn();
    await until(() => sent.length === 1);
    expect(sent).to.deep.equal([action.id]);
  });

  it('in projects: a ballot, with all that was chosen', async () => {
    const login = portal();
    const { element, cast, now } = await voteOf({ ...login.session, items: [makeRound({ mine: null })] });
    login.listen(element);
    voteButton(element, '选这件 香樟树').click();
    await voteReads(element, '已选 1 / 3');
    voteButton(element, '投出这张票').click();
    await until(() => login.asked.length === 1);
    now.set('round-1', makeRound({ mine: { voted: false, revision: 0, eligible: true } }));
    login.signIn();
    await until(() => cast.length === 1);
    expect(cast).to.deep.equal([{ choices: ['benches'], revision: 1 }]);
  });

  it('in stars: a vote in a contest', async () => {
    const login = portal();
    const sent: unknown[] = [];
    const voter = { voted: false, revision: 0, eligible: true };
    let signedIn = false;
    const { element } = await contestOf(makeContest({ mine: null }), {
      ...login.session,
      rounds: {
        get: async () => makeContest({ mine: signedIn ? voter : null }),
        cast: async (_, body) => {
          sent.push(body);
          return { receipt: 'AAAA-BBBB-CCCC-DDDD', signature: 's', revision: body.revision };
        },
      },
    });
    login.listen(element);
    pick(element, names(element)[0] ?? '');
    await reads(element, '已选 1 / 3');
    button(element, '投出这张票').click();
    await until(() => login.asked.length === 1);
    signedIn = true;
    login.signIn();
    await until(() => sent.length === 1);
  });

  it('in the ranks: the way to one’s own line', async () => {
    const login = portal();
    const { board, root, button: press } = await boardOf({ ...login.session });
    login.listen(board);
    await waitUntil(() => root.querySelector('.offer'));
    press('去登录').click();
    expect(login.asked.map(({ act }) => act)).to.deep.equal(['open-board']);
    login.signIn();
    await waitUntil(() => root.querySelector('.own'));
  });
});

describe('a sign-in that comes to nothing', () => {
  async function begun(portalSays?: () => Promise<'signed-in' | 'signed-out'>) {
    const login = portal();
    const sent: string[] = [];
    const { element } = await actionsOf({
      ...login.session,
      ...(portalSays && { portal: portalSays }),
      items: [makeAction({ title: '磨剪刀' })],
      actions: {
        signUp: async (id) => {
          sent.push(id);
          return makeMySignUp();
        },
      },
    });
    login.listen(element);
    button(element, '我来报名').click();
    await until(() => login.asked.length === 1);
    return { login, element, sent };
  }

  it('because the page breaks its promise lets go of what was begun, which can be begun again', async () => {
    const { login, element, sent } = await begun();
    login.giveUp();
    await until(() => !element.shadowRoot?.querySelector('fm-toast'));
    button(element, '我来报名').click();
    await until(() => login.asked.length === 2);
    expect(sent).to.deep.equal([]);
    login.signIn();
    await until(() => sent.length === 1);
  });

  it('although the page says that it is done leaves a way to try again', async () => {
    const { login, element, sent } = await begun();
    login.keepAlone();
    await until(() => element.shadowRoot?.querySelector('fm-toast'));
    button(element, '去登录').click();
    await until(() => login.asked.length === 2);
    login.signIn();
    await until(() => sent.length === 1);
  });

  it('because no token can be had is said', async () => {
    const { login, element, sent } = await begun(() => Promise.reject(new FiveMicroError('token.unavailable')));
    login.signIn();
    await reads(element, '没有拿到登录凭证');
    expect(sent).to.deep.equal([]);
  });
});

it('a page that the browser brings back as it was asks who is signed in by now, and goes on with what was begun', async () => {
  let found: 'signed-in' | 'signed-out' = 'signed-out';
  const sent: string[] = [];
  const { element, client } = await actionsOf({
    session: 'signed-out',
    portal: async () => found,
    items: [makeAction({ title: '磨剪刀' })],
    actions: {
      signUp: async (id) => {
        sent.push(id);
        return makeMySignUp();
      },
    },
  });
  button(element, '我来报名').click();
  await until(() => element.shadowRoot?.querySelector('fm-toast'));
  found = 'signed-in';
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(client.session.state, 'it was loaded, not brought back').to.equal('signed-out');
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await until(() => sent.length === 1);
});

describe('what a page has promised', () => {
  it('holds for all that it shows: whoever signed in for one element is signed in for those of other areas too', async () => {
    const login = portal();
    const here = await actionsOf({
      ...login.session,
      items: [makeAction({ title: '磨剪刀' })],
      actions: { signUp: async () => makeMySignUp() },
    });
    const there = await actionsOf({ ...login.session, items: [makeAction({ title: '量血压' })] });
    login.listen(here.element);
    button(here.element, '我来报名').click();
    await until(() => login.asked.length === 1);
    expect(there.client.session.state).to.equal('signed-out');
    login.signIn();
    await until(() => there.client.session.state === 'signed-in');
  });

  it('holds where what was begun has been let go meanwhile', async () => {
    const login = portal();
    const { element } = await actionsOf({ ...login.session, items: [makeAction({ title: '磨剪刀' })] });
    login.listen(element);
    button(element, '我来报名').click();
    await until(() => login.asked.length === 1);
    const other = await actionsOf({ ...login.session, items: [] });
    element.remove();
    await until(() => other.client.listening > 0);
    login.signIn();
    await until(() => other.client.session.state === 'signed-in');
  });

  it('is waited for while the page moves the element', async () => {
    const login = portal();
    const sent: string[] = [];
    const { element } = await actionsOf({
      ...login.session,
      items: [makeAction({ title: '磨剪刀' })],
      actions: {
        signUp: async (id) => {
          sent.push(id);
          return makeMySignUp();
        },
      },
    });
    login.listen(element);
    button(element, '我来报名').click();
    await until(() => login.asked.length === 1);
    const place = document.createElement('section');
    element.parentElement?.append(place);
    place.append(element);
    await element.updateComplete;
    login.signIn();
    await until(() => sent.length === 1);
  });

  it('comes too late after the event, which is said', () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const event = new FmLoginRequiredEvent('claim');
    window.addEventListener('fm-login-required', (asked) => asked.waitUntil(Promise.resolve()), { once: true });
    document.body.dispatchEvent(event);
    expect(warned.mock.calls).to.deep.equal([]);
    event.waitUntil(Promise.resolve());
    expect(warned.mock.calls.join()).to.contain('[five-micro] waitUntil() of fm-login-required');
    warned.mockRestore();
  });

  it('is no reason to go on listening for an element that has left the page', async () => {
    const login = portal();
    const { element, client } = await actionsOf({ ...login.session, items: [makeAction({ title: '磨剪刀' })] });
    login.listen(element);
    button(element, '我来报名').click();
    await until(() => login.asked.length === 1);
    expect(client.listening).to.equal(1);
    element.remove();
    // What was begun is let go, which updates the element once more.
    await Promise.resolve();
    await element.updateComplete;
    expect(client.listening).to.equal(0);
  });
});
