import type { Wish } from '@five-micro/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../../shared/format.ts';
import type { Lang } from '../../shared/options.ts';
import { icon, kindIcon } from '../../shared/ui/icons.ts';
import { emptyState } from '../../shared/ui/index.ts';
import type { Words } from '../../shared/words/index.ts';
import { nextDue, type Queue } from '../desk-data.ts';
import type { QueueName } from '../desk-names.ts';
import { day24, renderList, type Row, waited } from '../desk-list.ts';
import { hitName, kindsOf } from '../hits.ts';
import type { DeskWords } from '../words/index.ts';
import { foundIn } from './screened.ts';

export interface QueueView {
  readonly name: QueueName;
  readonly queue: Queue;
  readonly currentId: string | undefined;
  /** How many are laid out; the rest come on asking. */
  readonly shown: number;
  readonly words: DeskWords;
  readonly common: Words;
  readonly lang: Lang;
  readonly level: number;
  readonly now: number;
  /** `byKeyboard`: pressed with Enter, so whoever did it wants to go into the case. */
  readonly onPick: (wish: Wish, byKeyboard: boolean) => void;
  readonly onRest: () => void;
}

/** What waits of one queue. */
export function renderQueue(view: QueueView): TemplateResult {
  const { name, queue, words, level, currentId, shown, onPick, onRest } = view;
  if (queue.items.length === 0) return emptyState({ drawing: 'wall', ...words.empty[name], level });
  return renderList({
    label: words.queue[name],
    rows: queue.items.map((wish) => rowOf(wish, view)),
    currentId,
    shown,
    more: queue.more,
    words,
    onPick: (id, byKeyboard) => {
      const wish = queue.items.find((one) => one.id === id);
      if (wish) onPick(wish, byKeyboard);
    },
    onRest,
  });
}

function rowOf(wish: Wish, { name, words, common, lang, now }: QueueView): Row {
  const due = nextDue(wish);
  const when =
    name === 'due' && due
      ? Date.parse(due) < now
        ? words.overdue
        : words.dueAt(day(due, lang))
      : waited(name === 'submitted' ? wish.createdAt : wish.updatedAt, words, now);
  const [found] = name === 'submitted' ? kindsOf(foundIn(wish)) : [];
  return {
    id: wish.id,
    kind: html`${icon(kindIcon[wish.kind])}${common.kinds[wish.kind]}`,
    when,
    late: name === 'due' ? due !== undefined && Date.parse(due) - now < day24 : now - Date.parse(wish.createdAt) >= day24,
    title: wish.title,
    facts: [wish.wisher.name, wish.place ?? wish.areaName].join(' · '),
    tag: found
      ? html`<span class="tag wait">${words.wrote(hitName(found, words.hits))}</span>`
      : wish.wantedBy
        ? html`<span class="tag">${words.hasDay}</span>`
        : wish.onBehalf
          ? html`<span class="tag">${words.byWorker}</span>`
          : nothing,
  };
}
