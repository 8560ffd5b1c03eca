import { wishStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { migrate } from '../db/migrate.ts';
import type { OpenDatabase } from '../db/pglite.ts';
import { createIssuers } from '../identity/issuers.ts';
import { createSecrets } from '../identity/secrets.ts';
import { images } from '../node/images.ts';
import { random, readPicture } from '../node/server.ts';
import { populationOf } from '../points/board-statements.ts';
import { spanAt } from '../points/periods.ts';
import type { Ports } from '../ports.ts';
import { databases } from '../testing/databases.ts';
import { databaseBlobs } from '../uploads/blobs.ts';
import { sweep } from '../wishes/sweeper.ts';
import { sample } from './index.ts';
import { seedSample } from './seed.ts';

const now = new Date('2026-11-23T02:00:00Z');
const issuer = 'urn:five-micro:demo';

describe.each(databases)('the sample community on $name', ({ open }) => {
  let database: OpenDatabase;
  let ports: Ports;
  beforeAll(async () => {
    database = await open();
    await migrate(database.db);
    ports = {
      db: database.db,
      images,
      blobs: databaseBlobs,
      secrets: await createSecrets(new Uint8Array(32), random),
      issuers: await createIssuers([]),
      clock: () => now,
      random,
      log: { info: () => {}, error: () => {} },
      settings: { audience: 'five-micro', allowedOrigins: [], rateLimits: false, trustedProxies: 0, publicUrl: null },
    };
  }, 120_000);
  afterAll(() => database.close());

  const seed = () => seedSample(ports, sample, { issuer, picture: readPicture });

  it('is put in once', async () => {
    expect(await Promise.all([seed(), seed()])).toEqual(expect.arrayContaining([true, false]));
    expect(await seed()).toBe(false);
    const wishes = await database.db.selectFrom('wish').select('status').execute();
    expect(wishes).toHaveLength(sample.wishes.length);
    expect(new Set(wishes.map((wish) => wish.status))).toEqual(new Set(wishStatus));
    expect(await database.db.selectFrom('member').select('id').execute()).toHaveLength(sample.members.length);
  }, 120_000);

  it('agrees with the events that led to it', async () => {
    expect(await checkDatabase(database.db)).toMatchObject({ wishes: sample.wishes.length, differences: [] });
  });

  it('has rounds that were decided as it says, by people who may vote, with receipts and turnout to match', async () => {
    const { db } = database;
    const rounds = await db
      .selectFrom('round')
      .innerJoin('round_words', 'round_words.round_id', 'round.id')
      .select(['round.id', 'title', 'status', 'outcome', 'kind', 'electorate'])
      .orderBy('title')
      .execute();
    expect(rounds.map(({ title }) => title).sort()).toEqual(sample.rounds.map(({ title }) => title).sort());
    const named = await db.selectFrom('project_words').select(['project_id', 'title']).execute();
    for (const { id, title, status, outcome, electorate } of rounds) {
      const said = sample.rounds.find((round) => round.title === title);
      const voters = said?.votes.flatMap(({ by, onPaper = [] }) => [...by, ...onPaper]) ?? [];
      expect(status, title).toBe(said?.won ? 'closed' : said?.draftedHoursAgo === undefined ? 'open' : 'draft');
      if (status === 'draft') continue;
      const keys = outcome?.outcome.winners.map(
        (winner) =>
          sample.projects.find((one) => named.some((words) => words.project_id === winner && words.title === one.title))?.key,
      );
      expect(keys?.sort(), title).toEqual(said?.won && [...said.won].sort());
      const { rows } = await sql<{ voters: number; may: number }>`
        select count(*)::integer as voters,
          (count(*) filter (where may_vote(member.id, round, array[member.resident_of])))::integer as may
        from turnout join round on round.id = round_id join member on member.id = member_id where round_id = ${id}`.execute(db);
      expect(rows[0], title).toEqual({ voters: voters.length, may: voters.length });
      expect(electorate, title).toBeGreaterThanOrEqual(voters.length);
    }
    const earlier = rounds.find(({ title }) => title === '今年的 30 万元，先办哪几件')?.outcome;
    expect(earlier?.otherwise?.winners.toSorted()).not.toEqual(earlier?.outcome.winners.toSorted());
  });

  it('has 24 stars of two years, whose owners let them be seen, and nominations of every kind', async () => {
    const { db } = database;
    const stars = await db
      .selectFrom('star')
      .innerJoin('consent', 'consent.member_id', 'star.member_id')
      .select(['title', 'period', 'consent.star as agreed'])
      .execute();
    expect(stars).toHaveLength(24);
    expect(stars.every(({ agreed }) => agreed)).toBe(true);
    expect(new Set(stars.map(({ title }) => title))).toEqual(new Set(['service', 'post', 'expert']));
    expect(new Set(stars.map(({ period }) => period))).toEqual(new Set(['2025', '2026']));
    const nominations = await db.selectFrom('nomination').select('status').execute();
    expect(new Set(nominations.map(({ status }) => status))).toEqual(
      new Set(['proposed', 'asked', 'consented', 'declined', 'voting', 'awarded']),
    );
  });

  it('tells what happened in the order of time, all of it in the past', async () => {
    const events = await database.db.selectFrom('event').select('at').orderBy('id').execute();
    const times = events.map((event) => event.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
  });

  it('leaves nothing that the clock had to write down long ago', async () => {
    expect(await sweep(ports)).toMatchObject({ lapsed: 0, expired: 0, uploads: 0 });
  });

  it('has people on every board, this week’s too', async () => {
    const areas = await database.db.selectFrom('area').select(['id', 'root_id', 'slug', 'path']).execute();
    const empty: string[] = [];
    for (const area of areas)
      for (const period of ['week', 'month', 'quarter', 'year', 'all'] as const) {
        const board = { areaId: area.id, large: false, span: spanAt(period, now) };
        if ((await populationOf(database.db, board)) === 0) empty.push(`${area.slug} ${period}`);
      }
    expect(areas).toHaveLength(sample.areas.length);
    expect(empty).toEqual([]);
  });

  it('keeps numbers and addresses sealed', async () => {
    const rows = await database.db.selectFrom('wish_contact').select('sealed').execute();
    expect(rows).toHaveLength(sample.wishes.filter((wish) => wish.contact).length);
    const contacts = await Promise.all(
      rows.map(async ({ sealed }): Promise<unknown> => JSON.parse(await ports.secrets.open(sealed))),
    );
    const given = sample.wishes.flatMap(({ contact }) =>
      contact ? [{ name: null, phone: null, address: null, ...contact }] : [],
    );
    expect(contacts).toEqual(expect.arrayContaining(given));
  });
});
