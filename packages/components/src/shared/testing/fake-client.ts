import { createFiveMicro, type Fact, type FiveMicro, type List, type Page, type SessionState } from '@five-micro/sdk';
import { makeArea, makeSummary } from './fakes.ts';

export * from './fakes.ts';

/** A list as the SDK gives it, of pages that are already there (or fail). */
export function fakeList<T, P extends Page<T> = Page<T>>(
  load: (cursor?: string) => (P & Page<T>) | Promise<P & Page<T>>,
): List<T, P> {
  async function* items(): AsyncGenerator<T> {
    for (let cursor: string | undefined; ; ) {
      const page = await load(cursor);
      yield* page.items;
      if (!page.nextCursor) return;
      cursor = page.nextCursor;
    }
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: a list is awaited for its first page.
    then: (done, failed) =>
      Promise.resolve()
        .then(() => load())
        .then(done, failed),
    [Symbol.asyncIterator]: items,
    async toArray({ limit }) {
      const found: T[] = [];
      for await (const item of items()) if (found.push(item) >= limit) break;
      return found;
    },
  };
}

export const pageOf = <T>(items: T[], nextCursor: string | null = null): Page<T> => ({ items, nextCursor });

/** What a test says otherwise; what it does not name answers an empty list, or fails with the method's name. */
export interface FakeAnswers {
  apiUrl?: string;
  area?: string;
  lang?: string;
  areas?: Partial<FiveMicro['areas']>;
  members?: Partial<FiveMicro['members']>;
  reportIns?: Partial<FiveMicro['reportIns']>;
  organisations?: Partial<FiveMicro['organisations']>;
  moderation?: Partial<FiveMicro['moderation']>;
  me?: Partial<FiveMicro['me']>;
  wishes?: Partial<FiveMicro['wishes']>;
  actions?: Partial<FiveMicro['actions']>;
  points?: Partial<FiveMicro['points']>;
  projects?: Partial<FiveMicro['projects']>;
  rounds?: Partial<FiveMicro['rounds']>;
  stars?: Partial<FiveMicro['stars']>;
  uploads?: Partial<FiveMicro['uploads']>;
  /** Default `signed-out`. */
  session?: SessionState;
  /** What the portal says when it is asked anew; a rejection where it cannot. */
  portal?: () => Promise<'signed-in' | 'signed-out'>;
}

export interface FakeClient extends FiveMicro {
  /** Tells every live listener. */
  emit(fact: Fact | { type: 'resync' }): void;
  /** As if the portal had signed someone in, or out. */
  become(state: 'signed-in' | 'signed-out'): void;
  /** How many listen live. */
  readonly listening: number;
  readonly paused: boolean;
}

const unasked = (name: string) => (): Promise<never> => Promise.reject(new Error(`the test did not say what ${name} answers`));
const emptyList = (): List<never> => fakeList(() => pageOf([]));

/** A client without a network. */
export function fakeClient(answers: FakeAnswers = {}): FakeClient {
  let state: SessionState = answers.session ?? 'signed-out';
  let paused = false;
  let ended = false;
  const heard = new Set<(fact: Fact | { type: 'resync' }) => void>();
  const changed = new Set<(state: SessionState, before: SessionState) => void>();
  const become = (next: SessionState): void => {
    const before = state;
    state = next;
    for (const listener of [...changed]) listener(next, before);
  };
  return {
    // A client is more than its methods: what a copy of the library needs to complete one comes from a real one.
    ...createFiveMicro({ apiUrl: 'https://example.test/api/v1', fetch: unasked('fetch') }),
    apiUrl: answers.apiUrl ?? 'https://example.test/api/v1',
    area: answers.area ?? 'yikang',
    lang: answers.lang ?? 'zh-CN',
    areas: {
      get: async () => makeArea(),
      children: emptyList,
      organisations: emptyList,
      reportIn: unasked('areas.reportIn'),
      ...answers.areas,
    },
    members: {
      list: emptyList,
      register: unasked('members.register'),
      get: unasked('members.get'),
      merge: unasked('members.merge'),
      revoke: unasked('members.revoke'),
      ...answers.members,
    },
    reportIns: {
      list: emptyList,
      accept: unasked('reportIns.accept'),
      decline: unasked('reportIns.decline'),
      ...answers.reportIns,
    },
    organisations: {
      get: unasked('organisations.get'),
      wishes: emptyList,
      register: unasked('organisations.register'),
      representatives: emptyList,
      setRepresentatives: unasked('organisations.setRepresentatives'),
      ...answers.organisations,
    },
    moderation: { list: emptyList, ...answers.moderation },
    me: {
      get: unasked('me.get'),
      wishes: emptyList,
      claims: emptyList,
      notices: emptyList,
      actions: emptyList,
      hours: unasked('me.hours'),
      points: unasked('me.points'),
      nominations: emptyList,
      stars: emptyList,
      noticesSeen: async () => ({ unseen: 0 }),
      consents: unasked('me.consents'),
      export: unasked('me.export'),
      erase: unasked('me.erase'),
      ...answers.me,
    },
    wishes: {
      list: emptyList,
      post: unasked('wishes.post'),
      summary: async () => makeSummary(),
      get: unasked('wishes.get'),
      timeline: emptyList,
      contact: unasked('wishes.contact'),
      edit: unasked('wishes.edit'),
      publish: unasked('wishes.publish'),
      decline: unasked('wishes.decline'),
      merge: unasked('wishes.merge'),
      withdraw: unasked('wishes.withdraw'),
      claim: unasked('wishes.claim'),
      release: unasked('wishes.release'),
      extend: unasked('wishes.extend'),
      fulfil: unasked('wishes.fulfil'),
      confirm: unasked('wishes.confirm'),
      reopen: unasked('wishes.reopen'),
      close: unasked('wishes.close'),
      lower: unasked('wishes.lower'),
      approvePhotos: unasked('wishes.approvePhotos'),
      report: unasked('wishes.report'),
      hide: unasked('wishes.hide'),
      show: unasked('wishes.show'),
      ...answers.wishes,
    },
    actions: {
      list: emptyList,
      days: async () => ({ items: [] }),
      ofOrganisation: emptyList,
      get: unasked('actions.get'),
      post: unasked('actions.post'),
      open: unasked('actions.open'),
      edit: unasked('actions.edit'),
      cancel: unasked('actions.cancel'),
      finish: unasked('actions.finish'),
      signUp: unasked('actions.signUp'),
      signOff: unasked('actions.signOff'),
      signUps: emptyList,
      checkInCode: unasked('actions.checkInCode'),
      checkIn: unasked('actions.checkIn'),
      attendance: unasked('actions.attendance'),
      reportPart: unasked('actions.reportPart'),
      hidePart: unasked('actions.hidePart'),
      showPart: unasked('actions.showPart'),
      ...answers.actions,
    },
    points: {
      leaderboard: unasked('points.leaderboard'),
      standing: unasked('points.standing'),
      ofMember: unasked('points.ofMember'),
      reverse: unasked('points.reverse'),
      ...answers.points,
    },
    projects: {
      list: emptyList,
      get: unasked('projects.get'),
      timeline: emptyList,
      post: unasked('projects.post'),
      edit: unasked('projects.edit'),
      withdraw: unasked('projects.withdraw'),
      enlist: unasked('projects.enlist'),
      decline: unasked('projects.decline'),
      merge: unasked('projects.merge'),
      start: unasked('projects.start'),
      milestones: unasked('projects.milestones'),
      done: unasked('projects.done'),
      rate: unasked('projects.rate'),
      comments: emptyList,
      comment: unasked('projects.comment'),
      correct: unasked('projects.correct'),
      answer: unasked('projects.answer'),
      accept: unasked('projects.accept'),
      overrule: unasked('projects.overrule'),
      report: unasked('projects.report'),
      hide: unasked('projects.hide'),
      show: unasked('projects.show'),
      reportPart: unasked('projects.reportPart'),
      hidePart: unasked('projects.hidePart'),
      showPart: unasked('projects.showPart'),
      queue: emptyList,
      ...answers.projects,
    },
    rounds: {
      list: emptyList,
      get: unasked('rounds.get'),
      option: unasked('rounds.option'),
      post: unasked('rounds.post'),
      edit: unasked('rounds.edit'),
      open: unasked('rounds.open'),
      discard: unasked('rounds.discard'),
      close: unasked('rounds.close'),
      cast: unasked('rounds.cast'),
      myBallot: unasked('rounds.myBallot'),
      results: unasked('rounds.results'),
      ballots: emptyList,
      receipt: unasked('rounds.receipt'),
      paperBallots: emptyList,
      enterPaper: unasked('rounds.enterPaper'),
      confirmPaper: unasked('rounds.confirmPaper'),
      withdrawPaper: unasked('rounds.withdrawPaper'),
      ...answers.rounds,
    },
    stars: {
      list: emptyList,
      periods: async () => ({ items: [] }),
      get: unasked('stars.get'),
      award: unasked('stars.award'),
      edit: unasked('stars.edit'),
      takeDown: unasked('stars.takeDown'),
      nominations: emptyList,
      nomination: unasked('stars.nomination'),
      nominate: unasked('stars.nominate'),
      editNomination: unasked('stars.editNomination'),
      ask: unasked('stars.ask'),
      consent: unasked('stars.consent'),
      decline: unasked('stars.decline'),
      withdraw: unasked('stars.withdraw'),
      report: unasked('stars.report'),
      hide: unasked('stars.hide'),
      show: unasked('stars.show'),
      reportNomination: unasked('stars.reportNomination'),
      hideNomination: unasked('stars.hideNomination'),
      showNomination: unasked('stars.showNomination'),
      ...answers.stars,
    },
    uploads: { post: unasked('uploads.post'), ...answers.uploads },
    live: {
      get state() {
        return heard.size ? 'stream' : 'idle';
      },
      subscribe(listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
      pause() {
        paused = true;
      },
      resume() {
        paused = false;
      },
    },
    session: {
      get state() {
        return state;
      },
      check: async () => (state === 'unknown' && answers.portal ? await answers.portal() : state) === 'signed-in',
      get ended() {
        return ended;
      },
      renew: async () => {
        ended = false;
        if (answers.portal) become(await answers.portal());
      },
      end() {
        ended = true;
        become('signed-out');
      },
      onChange(listener) {
        changed.add(listener);
        return () => changed.delete(listener);
      },
    },
    emit(fact) {
      for (const listener of [...heard]) listener(fact);
    },
    become,
    get listening() {
      return heard.size;
    },
    get paused() {
      return paused;
    },
  };
}
