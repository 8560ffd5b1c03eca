import type { NewRound, Round, RoundEdit } from '@five-micro/sdk';
import { shanghai } from '../../shared/days.ts';
import { countGraphemes, titleLength } from '../../wish-wall/wish-form-values.ts';
import { fenOf, yuanOf } from '../forms/yuan.ts';
import type { Plan } from './round-facts.ts';
import type { RoundWords } from './words/index.ts';

type Text = (name: string) => string;

/** A moment as `datetime-local` inputs write it in Shanghai. */
export const localOf = (when: string): string => shanghai(when).toISOString().slice(0, 16);

/** The same as the wire has it, or undefined where it is none. */
export function momentOf(local: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined;
  const at = new Date(`${local.slice(0, 16)}:00+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export const emptyRound = (of: Round['of']): Record<string, string> => ({
  title: '',
  of,
  options: '',
  opens: '',
  closes: '',
  ballot: 'approval',
  min: '1',
  max: '3',
  rule: 'most-votes',
  completion: 'add1',
  winners: '',
  budget: '',
  live: '',
  tie: '',
  cutOff: '',
  electorate: '',
});

export const fromRound = (round: Round): Record<string, string> => ({
  title: round.title,
  of: round.of,
  options: round.options.map(({ id }) => id).join(),
  opens: localOf(round.opensAt),
  closes: localOf(round.closesAt),
  ballot: round.ballot.type,
  min: String(round.ballot.min ?? 1),
  max: String(round.ballot.max ?? 3),
  rule: round.rule,
  completion: round.completion,
  winners: round.winners === null ? '' : String(round.winners),
  budget: round.budget === null ? '' : yuanOf(round.budget),
  live: round.live ? 'yes' : '',
  tie: round.tie ?? '',
  cutOff: round.cutOff === round.closesAt ? '' : localOf(round.cutOff),
  electorate: round.electorate === null ? '' : String(round.electorate),
});

export const idsOf = (text: Text): string[] => text('options').split(',').filter(Boolean);

const whole = (text: string): number | undefined => {
  const typed = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
};

/** People cost nothing, so of stars only the most votes can be asked for. */
const isOfStars = (text: Text) => text('of') === 'stars';
export const sharesOf = (text: Text): boolean => !isOfStars(text) && text('rule') === 'equal-shares';
export const byBudget = (text: Text): boolean => !isOfStars(text) && text('ballot') === 'budget';

/** What is planned so far, for its words; what is missing counts as the least. */
export function planOf(text: Text): Plan {
  const shares = sharesOf(text);
  return {
    ballot: byBudget(text)
      ? { type: 'budget' }
      : { type: 'approval', min: whole(text('min')) ?? 0, max: whole(text('max')) || 1 },
    rule: shares ? 'equal-shares' : 'most-votes',
    completion: shares && text('completion') === 'add1' ? 'add1' : 'none',
    winners: shares ? null : whole(text('winners')) || null,
    budget: isOfStars(text) ? null : (fenOf(text('budget')) ?? null),
  };
}

/** What costs more than all there is can never be chosen. */
export const isDear = (text: Text, cost: number | null): boolean => {
  const { budget } = planOf(text);
  return budget !== null && cost !== null && cost > budget;
};

type Problems = Record<string, string | false | undefined>;

/** What has to be mended, in words, in the order of the form. `chosen`: how many stand on the ballot. */
export function problemsOf(text: Text, chosen: number, now: number, { form: { errors } }: RoundWords): Problems {
  const length = countGraphemes(text('title'));
  const opens = momentOf(text('opens'));
  const closes = momentOf(text('closes'));
  const cutOff = momentOf(text('cutOff'));
  return {
    title: length < 2 ? errors.title : length > titleLength && errors.long(titleLength),
    options: chosen < 2 && errors.options,
    opens: !opens && errors.opens,
    closes: closesWrong(opens, closes, now, errors),
    ...numbersWrong(text, chosen, errors),
    tie: countGraphemes(text('tie')) > 100 && errors.long(100),
    cutOff: cutOff !== undefined && closes !== undefined && cutOff > closes && errors.late,
    electorate: text('electorate') !== '' && !whole(text('electorate')) && errors.count,
  };
}

type Errors = RoundWords['form']['errors'];

function closesWrong(opens: string | undefined, closes: string | undefined, now: number, errors: Errors) {
  if (!closes) return errors.closes;
  if (Date.parse(closes) <= now) return errors.past;
  return opens !== undefined && closes <= opens && errors.order;
}

function numbersWrong(text: Text, chosen: number, errors: Errors): Problems {
  const [min, max, winners] = [whole(text('min')), whole(text('max')), whole(text('winners'))];
  const budget = fenOf(text('budget'));
  const shares = sharesOf(text);
  const stars = isOfStars(text);
  const approval = !byBudget(text);
  const needsBudget = shares || !approval;
  const winnersWrong = text('winners') !== '' ? !winners && errors.count : (stars || text('budget') === '') && errors.limit;
  return {
    max: approval && (!max ? errors.count : chosen >= 2 && max > chosen && errors.tooMany(chosen)),
    min: approval && (min === undefined ? errors.least : max !== undefined && min > max && errors.minMax),
    budget: !stars && (needsBudget || text('budget') !== '') && budget === undefined && errors.budget,
    winners: !shares && winnersWrong,
  };
}

/** All of it as the wire has it, or undefined while something is missing. */
export function bodyOf(text: Text, options: string[]): (NewRound & RoundEdit) | undefined {
  const opensAt = momentOf(text('opens'));
  const closesAt = momentOf(text('closes'));
  if (!opensAt || !closesAt) return undefined;
  const { ballot, ...plan } = planOf(text);
  return {
    title: text('title'),
    of: isOfStars(text) ? 'stars' : 'projects',
    options,
    opensAt,
    closesAt,
    ballot: ballot.type === 'budget' ? { type: 'budget' } : { type: 'approval', min: ballot.min ?? 0, max: ballot.max ?? 1 },
    ...plan,
    live: text('live') === 'yes',
    tie: text('tie') || null,
    cutOff: momentOf(text('cutOff')) ?? null,
    electorate: whole(text('electorate')) ?? null,
  };
}

const boxes: Record<string, string> = {
  opensAt: 'opens',
  closesAt: 'closes',
  'ballot.min': 'min',
  'ballot.max': 'max',
  'ballot.type': 'ballot',
};
/** At which box something stands that the server says of a field. */
export const boxOf = (path: string): string => boxes[path] ?? (path.startsWith('options') ? 'options' : path);
