import { describe, expect, it } from 'vitest';
import { flush } from '../test/kit.ts';
import { event, fact, type News, setUpLive } from '../test/live-kit.ts';

describe('facts', () => {
  it('of just before the stream are asked for, so that nothing happens unseen between a list and its stream', async () => {
    const { subscribe, opened, streams, clock } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.end();
    await clock.advance(3_000);
    await flush();
    expect(opened().map(({ url }) => new URL(url).search)).toEqual(['?ago=15000', '']);
  });

  it('of just before are told to whoever begins to listen while the stream is open, and older ones are not', async () => {
    const { client, subscribe, streams, clock } = setUpLive();
    subscribe();
    await flush();
    await streams[0]?.say(event(fact('wish.published')));
    await clock.advance(5_000);
    await streams[0]?.say(event(fact('wish.claimed')));
    await clock.advance(10_000);
    const late: News[] = [];
    client.live.subscribe((news) => late.push(news));
    client.live.subscribe((news) => late.push(news))();
    await flush();
    expect(late).toEqual([fact('wish.claimed')]);
  });
});
