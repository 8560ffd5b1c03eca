import type { Member, Wish } from '@five-micro/sdk';

/** The neighbour for whom the worker writes a wish down. Stays inside the desk. */
export class DeskWishForEvent extends Event {
  constructor(readonly member: Member) {
    super('fm-desk-wish-for');
  }
}

/** How many wait in a tab, as its panel knows it. Stays inside the desk. */
export class DeskCountEvent extends Event {
  constructor(
    readonly count: number,
    readonly more: boolean,
  ) {
    super('fm-desk-count');
  }
}

/** What became of the last of a list: nothing is left to say it on. Stays inside the desk. */
export class DeskSayEvent extends Event {
  constructor(readonly words: string) {
    super('fm-desk-say');
  }
}

/** The worker wants to see the whole wish with its history. Stays inside the desk. */
export class DeskOpenWishEvent extends Event {
  constructor(readonly wish: Pick<Wish, 'id'>) {
    super('fm-desk-open-wish');
  }
}

declare global {
  interface HTMLElementEventMap {
    'fm-desk-wish-for': DeskWishForEvent;
    'fm-desk-count': DeskCountEvent;
    'fm-desk-say': DeskSayEvent;
    'fm-desk-open-wish': DeskOpenWishEvent;
  }
}
