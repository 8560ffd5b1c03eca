import { html, nothing, type TemplateResult } from 'lit';
import type { ActController } from '../../shared/controllers/act.ts';
import { actErrorText } from '../../shared/diagnose.ts';
import { clock } from '../../shared/format.ts';
import { icon } from '../../shared/ui/icons.ts';
import { avatar, field } from '../../shared/ui/index.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Person } from './people-data.ts';
import type { ActionWords } from './words/index.ts';

interface PersonView {
  readonly person: Person;
  readonly words: ActionWords;
  /** The organiser's own line: somebody else notes that they came. */
  readonly own: boolean;
  readonly mayTick: boolean;
  readonly mayRemove: boolean;
  readonly opened: boolean;
  readonly busy: boolean;
  readonly onOpen: (opened: boolean) => void;
  readonly onTick: (pressed: 'attended' | 'absent') => void;
  readonly onMinutes: (minutes: number | undefined) => void;
  /** As if nobody had noted anything about them. */
  readonly onUndo: () => void;
  readonly onRemove: () => void;
}

const longest = 24 * 60;

/** In whose name, since when, for how long. */
function factsOf(person: Person, words: ActionWords) {
  const { state, position, organisation, onBehalf, checkedInAt, checkedOutAt, minutes, unsent } = person;
  return [
    state === 'waiting' ? words.position(position ?? 1) : words.state[state],
    organisation,
    onBehalf ? words.onBehalf : undefined,
    checkedInAt && words.at(clock(checkedInAt)),
    checkedOutAt && words.until(clock(checkedOutAt)),
    minutes === null || (unsent && state === 'absent') ? undefined : (unsent ? words.noted : words.credited)(minutes),
  ].filter(Boolean);
}

/** One on the list: who it is, whether they came, and what else can be done about them. */
export function renderPerson(view: PersonView): TemplateResult {
  const { person, words, own, mayTick, mayRemove, opened, onOpen, onTick } = view;
  const { name, state, unsent, member } = person;
  const tickable = mayTick && !own;
  const more = tickable || mayRemove;
  const tick = (pressed: 'attended' | 'absent', label: string) =>
    html`<button type="button" class="chip ${pressed}" aria-label=${words.ofWhom(label, name)} aria-pressed=${state === pressed ? 'true' : 'false'} @click=${() => onTick(pressed)}>
      ${state === pressed ? icon(pressed === 'attended' ? 'check' : 'x') : nothing}${label}
    </button>`;
  return html`<li data-member=${member}>
    <span class="person">
      ${avatar(name)}
      <span><b>${name}</b><small class="num">${factsOf(person, words).join(' · ')}${unsent ? html` <span class="tag wait">${words.unsent}</span>` : nothing}</small></span>
    </span>
    <span class="ticks">
      ${mayTick && own ? html`<small class="muted">${words.own}</small>` : nothing}
      ${tickable ? html`${tick('attended', words.came)} ${tick('absent', words.absent)}` : nothing}
      ${
        more
          ? html`<button type="button" class="icon-btn ${opened ? 'up' : ''}" aria-label=${words.more(name)} aria-expanded=${opened ? 'true' : 'false'} @click=${() => onOpen(!opened)}>${icon('down')}</button>`
          : nothing
      }
    </span>
    ${opened && more ? html`<div class="opened">${tickable ? renderMinutes(view) : nothing} ${tickable && state === 'attended' ? html`<p><button type="button" class="btn line" @click=${view.onUndo}>${words.undo}</button></p>` : nothing} ${mayRemove ? renderRemove(view) : nothing}</div>` : nothing}
  </li>`;
}

function renderMinutes({ person, words, onMinutes }: PersonView): TemplateResult {
  const id = `minutes-${person.member}`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget } = event;
    const box = currentTarget instanceof HTMLFormElement ? currentTarget.querySelector('input') : null;
    const text = box?.value.normalize('NFKC').trim() ?? '';
    const minutes = Number(text);
    if (text && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= longest)) {
      // The browser's own word at the field; it goes with the next key.
      box?.setCustomValidity(words.minutesWrong);
      box?.reportValidity();
      return;
    }
    onMinutes(text ? minutes : undefined);
  };
  return html`<form novalidate @submit=${submit}>
    ${field({
      id,
      label: words.minutes,
      hint: words.minutesHint,
      control: html`<div class="beside">
        <div class="input short">
          <input id=${id} inputmode="numeric" maxlength="4" autocomplete="off" aria-describedby="${id}-hint" .value=${person.minutes === null ? '' : String(person.minutes)} @input=${({ target }: Event) => target instanceof HTMLInputElement && target.setCustomValidity('')} />
        </div>
        <button class="btn line">${words.minutesSave}</button>
      </div>`,
    })}
  </form>`;
}

const renderRemove = ({ person, words, busy, onRemove }: PersonView): TemplateResult => html`<div class="remove">
  <p class="hint">${person.state === 'signed-up' ? words.removeSure(person.name) : nothing}</p>
  <button type="button" class="btn line" ?disabled=${busy} @click=${onRemove}>${words.remove}</button>
</div>`;

/** Narrows a long list down by what a name holds. */
export const renderFilter = (words: ActionWords, value: string, onInput: (value: string) => void): TemplateResult =>
  field({
    id: 'find',
    label: words.findIn,
    control: html`<div class="input">
      ${icon('search')}<input
        id="find"
        type="search"
        autocomplete="off"
        .value=${value}
        @input=${({ target }: Event) => target instanceof HTMLInputElement && onInput(target.value)}
      />
    </div>`,
  });

/** What became of adding or taking off somebody: a sign-in that is missing, or why it was refused. */
export function renderTrouble(act: ActController, common: Words): TemplateResult | typeof nothing {
  const { state } = act;
  if (state.status === 'sign-in') {
    return html`<p role="status">${common.signInFirst} ${act.canAsk ? html`<button type="button" class="btn line" @click=${() => act.askAgain()}>${common.signIn}</button>` : nothing}</p>`;
  }
  return state.status === 'failed' ? html`<p class="field-error" role="alert">${actErrorText(state.error, common)}</p>` : nothing;
}
