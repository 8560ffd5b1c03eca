import { contract, fact as factSchema, type Fact } from '@five-micro/contract';
import { Finding, holds, same, shown } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { openWish, submittedWish } from './parts.ts';

const { wishes } = contract;

/** Seconds in which a fact is heard of by stream. */
const patience = 5;

interface Heard extends Fact {
  /** By which the stream is taken up again. */
  eventId: string;
}

/** A stream as a client reads it, from the moment on when the server has sent its first bytes. */
async function listening(kit: Kit, { as, area = kit.here, after }: { as?: Person; area?: string; after?: string } = {}) {
  const leave = new AbortController();
  const response = await kit.open(`/areas/${area}/live`, {
    token: as && (await kit.token(as)),
    signal: leave.signal,
    headers: { accept: 'text/event-stream', ...(after !== undefined && { 'last-event-id': after }) },
  });
  const type = response.headers.get('content-type') ?? '';
  holds(
    '200 with text/event-stream',
    response.status === 200 && type.startsWith('text/event-stream'),
    `${response.status} ${type}`,
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  let [rest, begun] = ['', false];
  const reading = (async () => {
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      begun = true;
      const blocks = (rest + step.value.replaceAll('\r\n', '\n')).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: ?(.*)$/m.exec(block)?.[1];
        if (data === undefined) continue;
        const fact = factSchema.safeParse(JSON.parse(data));
        if (fact.success) heard.push({ ...fact.data, eventId: /^id: ?(.*)$/m.exec(block)?.[1] ?? '' });
      }
    }
  })().catch(() => undefined);
  await kit.within(patience, async () => {
    if (!begun) throw new Finding('first bytes of the stream', 'none');
  });
  return {
    heard,
    /** Waits until something of that kind was heard. */
    hears: (type_: string, id: string) =>
      kit.within(patience, async () => {
        const one = heard.find((fact) => fact.type === type_ && fact.id === id);
        if (!one)
          throw new Finding(`${type_} of ${id} on the stream within ${patience} s`, shown(heard.map(({ type: other }) => other)));
        return one;
      }),
    async leave() {
      leave.abort();
      await reading;
    },
  };
}

export const liveScenarios = scenarios('live', ['live', 'wishes'], {
  facts: {
    says: 'Who listens to an area hears within seconds what happens in it and below, each fact once.',
    rules: ['live', 'wishes.publish', 'wishes.claim'],
    async run(kit) {
      const [here, above] = [await listening(kit), await listening(kit, { area: kit.area })];
      try {
        const { id } = await openWish(kit, kit.person(), kit.worker());
        await kit.done(wishes.claim, { as: kit.person(), id });
        for (const stream of [here, above]) {
          const fact = await stream.hears('wish.claimed', id);
          same('area of the fact', fact.area, kit.here);
          same(
            'facts of this wish',
            stream.heard.filter((one) => one.id === id).map(({ type }) => type),
            ['wish.published', 'wish.claimed'],
          );
        }
      } finally {
        await Promise.all([here.leave(), above.leave()]);
      }
    },
  },
  private: {
    says: 'What is not public is heard by those whose it is and by workers, and by nobody else.',
    rules: ['live', 'wishes.post'],
    async run(kit) {
      const [wisher, worker] = [kit.person(), kit.worker()];
      const streams = await Promise.all([
        listening(kit),
        listening(kit, { as: kit.person() }),
        listening(kit, { as: wisher }),
        listening(kit, { as: worker }),
      ]);
      try {
        const { id } = await submittedWish(kit, wisher);
        const [visitor, neighbour, own, desk] = streams;
        await own.hears('wish.submitted', id);
        await desk.hears('wish.submitted', id);
        // What everyone hears comes after it: whoever has heard that has missed nothing before.
        const later = await openWish(kit, kit.person(), worker);
        for (const stream of [visitor, neighbour]) {
          await stream.hears('wish.published', later.id);
          same('facts of somebody else’s unpublished wish', stream.heard.filter((one) => one.id === id).length, 0);
        }
      } finally {
        await Promise.all(streams.map((stream) => stream.leave()));
      }
    },
  },
  resumed: {
    says: 'Whoever comes back with the last id that they saw is told what they missed.',
    rules: ['live', 'wishes.publish'],
    async run(kit) {
      const first = await listening(kit);
      const seen = await openWish(kit, kit.person(), kit.worker());
      const { eventId } = await first.hears('wish.published', seen.id).finally(() => first.leave());
      holds('an id on every fact', eventId !== '', eventId);
      const missed = await openWish(kit, kit.person(), kit.worker());
      const again = await listening(kit, { after: eventId });
      try {
        await kit.within(patience, async () => {
          const told = again.heard.some((one) => one.id === missed.id || one.type === 'resync');
          if (!told) throw new Finding('the missed fact, or a resync', shown(again.heard));
        });
        same('facts that were seen before', again.heard.filter((one) => one.id === seen.id).length, 0);
      } finally {
        await again.leave();
      }
    },
  },
  refused: {
    says: 'A stream of no area is refused like any other request, and so is a bad token.',
    rules: ['live', 'area.unknown', 'token.malformed'],
    async run(kit) {
      (await kit.send('GET', `/areas/nowhere-${kit.unique()}/live`)).refused('area.unknown');
      (await kit.send('GET', `/areas/${kit.here}/live`, { token: 'nonsense' })).refused('token.malformed');
    },
  },
});
