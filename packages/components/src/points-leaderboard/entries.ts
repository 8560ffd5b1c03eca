import type { Account, PointEntry } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOfWeek } from '../shared/format.ts';
import type { Lang } from '../shared/options.ts';
import { phrases } from '../shared/ui/phrases.ts';
import type { WhyWords } from './why-words/index.ts';

/** What the entries of the ledger draw with. Needs `entryStyles`. */
export interface EntryView {
  readonly words: WhyWords;
  readonly lang: Lang;
  readonly now: number;
  /** What can be done with an entry, below it. */
  readonly act?: (entry: PointEntry) => unknown;
}

const figure = (value: number): string => value.toLocaleString('en-US');

/** `+10`, `−5`, `0`: with the sign that is as wide as a plus. */
export const signed = (amount: number): string => (amount > 0 ? `+${figure(amount)}` : figure(amount).replace('-', '−'));

/** 2 小时 30 分钟, also of a correction, which takes so many minutes back. */
const lasting = (minutes: number, words: WhyWords): string => {
  const all = Math.abs(minutes);
  return words.hours(Math.floor(all / 60), all % 60);
};

/** Each kind of deed with its points, the known ones in the order in which they count most. */
export function sums({ byRule }: Pick<Account, 'byRule'>, words: WhyWords): { rule: string; name: string; points: number }[] {
  const known = Object.entries(words.rule);
  const other = Object.keys(byRule)
    .filter((rule) => !known.some(([one]) => one === rule))
    .map((rule) => [rule, words.otherRule] as const);
  return [...known, ...other].flatMap(([rule, name]) => {
    const points = byRule[rule];
    return points ? [{ rule, name, points }] : [];
  });
}

/** What an entry was for, as a sentence; a correction says so first. */
export function entrySentence(entry: PointEntry, words: WhyWords): string {
  const { rule, about, areaName, minutes, reverses } = entry;
  const title = about?.title ?? null;
  const known = Object.entries(words.entry).find(([name]) => name === rule)?.[1];
  const said = rule === 'report-in' ? words.reportIn(areaName) : known ? known(title) : words.otherEntry(title);
  const whole = minutes ? said + words.lasted(lasting(minutes, words)) : said;
  return reverses ? words.correction(whole) : whole;
}

/** When, and what has to be known besides: 11月16日 周一 · 社工小吴更正 */
function facts(entry: PointEntry, { words, lang, now }: EntryView): string[] {
  const { at, recordedAt, reverses, reversed, organisation, amount, by } = entry;
  return [
    dayOfWeek(reverses ? recordedAt : at, lang, now),
    ...(organisation ? [words.inName(organisation)] : []),
    ...(reverses && by ? [words.byWorker(by)] : []),
    ...(reversed ? [words.corrected] : []),
    ...(amount === 0 && !reverses ? [words.capped] : []),
  ];
}

/** 圆心愿 40  参加行动 30 */
export const entrySums = (account: Pick<Account, 'byRule'>, words: WhyWords): TemplateResult | typeof nothing => {
  const all = sums(account, words);
  return all.length
    ? html`<p class="sum">${all.map(({ name, points }) => html`<span>${name} <b>${figure(points)}</b></span> `)}</p>`
    : nothing;
};

/** The entries, the newest first. Why one was taken back stands with its correction, right above it. */
export const entryList = (entries: readonly PointEntry[], view: EntryView): TemplateResult => html`
  <ul class="entries">
    ${entries.map(
      (entry) => html`<li class=${entry.amount < 0 ? 'rev' : entry.reversed ? 'undone' : entry.amount ? '' : 'zero'}>
        <span class="for">${phrases(entrySentence(entry, view.words))}</span>
        <b>${signed(entry.amount)}</b>
        <small>${facts(entry, view).map((fact, at) => html`${at ? ' · ' : ''}<span class="ph">${fact}</span>`)}</small>
        ${entry.reason && entry.reverses ? html`<q>${entry.reason}</q>` : nothing} ${view.act?.(entry) ?? nothing}
      </li>`,
    )}
  </ul>
`;
