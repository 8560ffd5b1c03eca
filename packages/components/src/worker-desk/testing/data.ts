import type { Member, ModerationCase, Organisation, OrganisationPage, ReportInCheck } from '@five-micro/sdk';
import { fakeNow } from '../../shared/testing/fake-client.ts';

export const hours = (count: number): string => new Date(fakeNow.getTime() - count * 3_600_000).toISOString();

let made = 0;
const newId = (): string => `01990000-0000-7000-8000-0000000b${String(++made).padStart(4, '0')}`;

export const makeSaid = (more: Partial<ModerationCase> = {}): ModerationCase => ({
  id: newId(),
  wish: { id: newId(), title: '想要一台血糖仪', status: 'fulfilled', areaName: '怡康社区' },
  claim: newId(),
  part: 'note',
  state: 'held',
  words: '东西送到了，有事打 13912342046。',
  photo: null,
  hits: [{ start: 10, end: 21, kind: 'phone', reason: null }],
  proposed: '东西送到了，有事打 139****2046。',
  reports: [],
  writer: { name: '陈**' },
  since: hours(50),
  can: ['show', 'hide'],
  ...more,
});

export const makeMember = (more: Partial<Member> = {}): Member => ({
  id: newId(),
  name: '王秀英',
  phone: '139****2046',
  area: { slug: 'yikang', name: '怡康社区' },
  branch: null,
  registeredByWorker: false,
  accounts: 1,
  createdAt: hours(900),
  can: ['post-wish', 'merge', 'revoke'],
  ...more,
});

export const makeReportIn = (more: Partial<ReportInCheck> = {}): ReportInCheck => ({
  id: newId(),
  area: { slug: 'yikang', name: '怡康社区' },
  organisation: null,
  state: 'waiting',
  at: hours(30),
  member: { id: newId(), name: '仇**' },
  from: { slug: 'xinglong', name: '兴隆社区' },
  can: ['accept', 'decline'],
  ...more,
});

export const makeOrganisation = (slug: string, name: string, parent: string | null = null): Organisation => ({
  slug,
  name,
  kind: 'party',
  area: 'yikang',
  parent,
});

export const makePage = (more: Partial<OrganisationPage> = {}): OrganisationPage => ({
  slug: 'branch',
  name: '怡康第一党支部',
  kind: 'party',
  area: { slug: 'yikang', name: '怡康社区' },
  path: [
    { slug: 'committee', name: '怡康社区党委' },
    { slug: 'branch', name: '怡康第一党支部' },
  ],
  children: [],
  deeds: { helped: 12, inProgress: 2 },
  can: ['representatives'],
  ...more,
});
