import { type Language, languages, type Notice, type NoticeMessage } from '@five-micro/contract';
import { linked, noticeSentence, type NoticeWords, pageOf } from '@five-micro/contract/notices';
import { noticesEn } from '@five-micro/contract/notices/en';
import { noticesZhCN } from '@five-micro/contract/notices/zh-CN';
import { settingsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { forStrangers } from '../moderation/mask.ts';
import type { Ports } from '../ports.ts';
import { noticesOf } from '../wishes/timeline.ts';
import { type Addressee, areaOfEvent, type Held } from './statements.ts';

const catalogue: Record<Language, NoticeWords> = { 'zh-CN': noticesZhCN, en: noticesEn };

/**
 * What the portal is sent: undefined where there is nothing to tell, as the member has seen it meanwhile. Names are
 * those that the member may see, without the rights of any role; of what was said with it nothing is sent.
 */
export async function messageFor(ports: Ports, held: Held, to: Addressee): Promise<string | undefined> {
  const told = await Promise.all(languages.map((language) => noticeIn(ports, held, to, language)));
  const [notice] = told;
  if (!notice || notice.seen) return undefined;
  const words = Object.fromEntries(
    languages.map((language, index) => {
      const sentence = noticeSentence(withoutNumbers(told[index] ?? notice), catalogue[language]);
      return [language, forStrangers(sentence)];
    }),
  ) as Record<Language, string>;
  const message: NoticeMessage = {
    type: notice.type,
    timestamp: notice.at,
    data: { notice: notice.id, sub: to.sub, words, link: await linkOf(ports, held, to, notice) },
  };
  return JSON.stringify(message);
}

/** Before it is shortened: half a number is no number any more, and tells as much. */
function withoutNumbers(notice: Notice): Notice {
  const masked = <T extends { title: string }>(thing: T | null | undefined) =>
    thing && { ...thing, title: forStrangers(thing.title) };
  const { wish, action, project, round, nomination } = notice;
  return {
    ...notice,
    wish: masked(wish) ?? null,
    action: masked(action),
    project: masked(project),
    round: masked(round),
    nomination: masked(nomination),
  };
}

async function noticeIn(ports: Ports, held: Held, to: Addressee, language: Language): Promise<Notice | undefined> {
  const caller: MemberCaller = {
    kind: 'member',
    id: held.member_id,
    iss: to.iss,
    sub: to.sub,
    rootId: to.root_id,
    areaId: to.area_id,
    homePath: to.path ?? [],
    roles: [],
    organisations: [],
    tiedTo: [],
    expiresAt: 0,
  };
  const context = { ports, caller, language, at: ports.clock(), apiUrl: '', params: {}, area: undefined };
  const before = String(BigInt(held.event_id) + 1n);
  const [notice] = await noticesOf(context, ports.db, held.member_id, { before, limit: 1 });
  return notice?.id === held.event_id ? notice : undefined;
}

/** A path is one of the portal's own pages. */
async function linkOf({ db, issuers }: Ports, held: Held, to: Addressee, notice: Notice): Promise<string | null> {
  const happened = await areaOfEvent(db, held.event_id);
  const area = await areaById(db, happened?.area_id ?? to.area_id ?? to.root_id);
  const { links } = await settingsOf(db, area, 'zh-CN');
  const page = notice.wish ? linked(links['wish'], notice.wish.id) : pageOf(notice, links);
  const origin = issuers.get(to.iss)?.origins.find((one) => !one.endsWith('*'));
  return page === undefined ? null : (URL.parse(page, origin)?.href ?? page);
}
