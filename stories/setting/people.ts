import type { Me, Notice, OrganisationPage, ReportIn } from '@five-micro/contract';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const yikang = { slug: 'yikang', name: '怡康社区' };

/** A member as the server would tell them about themself, for what the sample community does not have. */
export const meLike = (different: Partial<Me> = {}): Me => ({
  id: '01990000-0000-7000-8000-0000000000aa',
  name: '张小满',
  maskedName: '张**',
  area: yikang,
  reportedInAt: ago(500),
  branch: null,
  waitingReportIn: null,
  roles: [{ role: 'resident', area: 'yikang' }],
  organisations: [],
  consents: { wishAuthor: false, helper: true, photos: false, star: false, ranking: 'off' },
  helped: 4,
  unseenNotices: 0,
  ...different,
});

export const reportInLike = (different: Partial<ReportIn> = {}): ReportIn => ({
  id: '01990000-0000-7000-8000-0000000000bb',
  area: yikang,
  organisation: null,
  state: 'waiting',
  at: ago(30),
  ...different,
});

let told = 0;

/** A notice; the one that is made first is the newest. */
export const noticeLike = (type: string, different: Partial<Notice> = {}): Notice => ({
  id: String(1000 - ++told),
  type,
  at: ago(told * 3),
  seen: false,
  by: null,
  words: null,
  about: null,
  wish: null,
  ...different,
});

export const organisationLike = (different: Partial<OrganisationPage> = {}): OrganisationPage => ({
  slug: 'yikang-party',
  name: '怡康社区党总支',
  kind: 'party',
  area: yikang,
  path: [
    { slug: 'nanyuan-party', name: '南苑街道党工委' },
    { slug: 'yikang-party', name: '怡康社区党总支' },
  ],
  children: [
    { slug: 'yikang-branch-1', name: '怡康第一党支部' },
    { slug: 'yikang-branch-2', name: '怡康第二党支部' },
  ],
  deeds: { helped: 0, inProgress: 0 },
  can: [],
  ...different,
});
