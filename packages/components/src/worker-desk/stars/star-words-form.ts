import type { Nomination, NominationEdit, Star } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/ui/icons.ts';
import { heading } from '../../shared/ui/index.ts';
import { countGraphemes, storyLength } from '../../wish-wall/wish-form-values.ts';
import type { DeskForm } from '../forms/desk-form.ts';
import type { StarDeskWords } from './words/index.ts';

/** Limits as the contract has them. */
const sentenceLength = 60;
const nameLength = 40;
const quoteLength = 200;
const mostQuotes = 6;

export type Quote = Star['quotes'][number];

/** Quotes as boxes hold them: `quote0` and `by0`, and so on. */
export const quoteValues = (quotes: readonly Quote[]): Record<string, string> =>
  Object.fromEntries(
    quotes.flatMap(({ words, by }, at) => [
      [`quote${at}`, words],
      [`by${at}`, by],
    ]),
  );

const places = [...Array(mostQuotes).keys()];

export const quotesOf = (form: DeskForm): Quote[] =>
  places.map((at) => ({ words: form.text(`quote${at}`), by: form.text(`by${at}`) })).filter(({ words, by }) => words && by);

export function quoteProblems(form: DeskForm, { errors }: StarDeskWords): Record<string, string | false> {
  return Object.fromEntries(
    places.flatMap((at): [string, string | false][] => {
      const [words, by] = [form.text(`quote${at}`), form.text(`by${at}`)];
      return [
        [
          `quote${at}`,
          by !== '' && words === '' ? errors.quote : countGraphemes(words) > quoteLength && errors.long(quoteLength),
        ],
        [`by${at}`, words !== '' && by === '' ? errors.quote : countGraphemes(by) > nameLength && errors.long(nameLength)],
      ];
    }),
  );
}

/** What neighbours said, and by whom; as many boxes as are begun, and one more on asking. */
export function quoteBoxes(form: DeskForm, words: StarDeskWords, level: number): TemplateResult {
  const begun = places.filter((at) => form.values[`quote${at}`] !== undefined || form.values[`by${at}`] !== undefined);
  const next = places.find((at) => !begun.includes(at));
  return html`${heading(level, words.quotes, 'part')}
    ${begun.map(
      (at) =>
        html`<div class="quote-of">
          ${form.box({ name: `quote${at}`, label: words.quote(at + 1), rows: 2 })} ${form.box({ name: `by${at}`, label: words.by(at + 1) })}
        </div>`,
    )}
    ${
      next === undefined
        ? nothing
        : html`<p><button type="button" class="btn quiet" @click=${() => form.set(`quote${next}`, '')}>${icon('pen')}${words.addQuote}</button></p>`
    }`;
}

/** The sentence under the name, and the story behind it. */
export const wordBoxes = (form: DeskForm, words: StarDeskWords): TemplateResult =>
  html`${form.box({ name: 'sentence', label: words.sentence, hint: words.sentenceHint, rows: 2 })}
  ${form.box({ name: 'story', label: words.storyMay, rows: 5 })}`;

/** What a worker has put right in a nomination. */
export function changedWords(form: DeskForm, { name, sentence, story }: Nomination): NominationEdit {
  const [called, now, told] = [form.text('called'), form.text('sentence'), form.text('story')];
  return {
    ...(called !== name && { who: called }),
    ...(now !== sentence && { sentence: now }),
    ...(told !== story && { story: told }),
  };
}

export function wordsProblems(
  form: DeskForm,
  { errors }: StarDeskWords,
  parts: readonly ('called' | 'sentence' | 'story')[],
): Record<string, string | false> {
  const length = (name: string) => countGraphemes(form.text(name));
  const all = {
    called: length('called') < 1 ? errors.who : length('called') > nameLength && errors.long(nameLength),
    sentence: length('sentence') < 2 ? errors.short : length('sentence') > sentenceLength && errors.long(sentenceLength),
    story: length('story') > storyLength && errors.long(storyLength),
  };
  return Object.fromEntries(parts.map((part) => [part, all[part]]));
}

/** The box that says what somebody is called has another name than the wire's `who`: the search for them is `who` already. */
export const boxOf = (path: string): string => (path === 'who' ? 'called' : path);
