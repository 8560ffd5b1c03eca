import { publicStatus, type WishStatus, wishStatus } from '@five-micro/contract';
import { countGraphemes, noteLength, storyLength, titleLength } from '@five-micro/contract/requests';
import { describe, expect, it } from 'vitest';
import { sample } from './index.ts';
import type { SampleClaim, SampleSettings, SampleWish } from './types.ts';

const members = new Map(sample.members.map((member) => [member.sub, member]));
const organisations = new Map(sample.organisations.map((organisation) => [organisation.slug, organisation]));
const areas = new Map(sample.areas.map((area) => [area.slug, area]));
const wishes = new Map(sample.wishes.map((wish) => [wish.key, wish]));
const pictures = new Set(sample.pictures.map((picture) => picture.name));
const inYikang = sample.wishes.filter((wish) => wish.area === 'yikang');

const claimsOf = (wish: SampleWish) => wish.claims ?? [];
const held = (wish: SampleWish) => claimsOf(wish).filter((claim) => claim.state === 'active' || claim.state === 'done');
const claimant = (claim: SampleClaim) => claim.as ?? claim.by;
/** An area's setting: its own, else its parent's. */
function settingOf<K extends keyof SampleSettings>(slug: string, key: K): SampleSettings[K] | undefined {
  const area = areas.get(slug);
  return area && (area.settings[key] ?? (area.parent === null ? undefined : settingOf(area.parent, key)));
}
const leaseOf = (slug: string) => settingOf(slug, 'leaseDays') ?? 0;
const categoriesOf = (slug: string) => settingOf(slug, 'wishCategories') ?? [];

/** Everything of a wish that a visitor could come to read. */
function publicTexts(wish: SampleWish): string[] {
  const own = wish.redacted ?? { title: wish.title, story: wish.story ?? '' };
  const told = claimsOf(wish).flatMap((claim) => [claim.note ?? '', claim.reason ?? '']);
  return [
    own.title,
    own.story,
    wish.place ?? '',
    ...told,
    wish.confirmed?.thanks ?? '',
    wish.closed?.note ?? '',
    wish.declined?.reason ?? '',
  ];
}

/** The names of the rules that do not hold, each with the wish's key. */
const broken = (wish: SampleWish, rules: Record<string, boolean>): string[] =>
  Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : `${wish.key}: ${rule}`));

const descending = (hours: (number | undefined)[]) => {
  const known = hours.filter((at) => at !== undefined);
  return known.every((at, index) => index === 0 || at < (known[index - 1] ?? Number.POSITIVE_INFINITY));
};

function danglingIn(wish: SampleWish): string[] {
  const wisher = members.get(wish.wisher);
  const workers = [wish.actingWorker, wish.closed?.by, wish.checkedBy].filter((sub) => sub !== undefined);
  const shown = [...(wish.photos ?? []), ...claimsOf(wish).flatMap((claim) => claim.photos ?? [])];
  return broken(wish, {
    'is in a community': areas.get(wish.area)?.level === 'community',
    'has a category of its area': categoriesOf(wish.area).includes(wish.category),
    'has a wisher': wisher !== undefined,
    'is written down by the worker who registered the wisher': !wisher?.registeredBy || wish.actingWorker === wisher.registeredBy,
    'is handled by workers of its area': workers.every((sub) => members.get(sub)?.roles.includes(`worker@${wish.area}`)),
    'has pictures that exist': shown.every((name) => pictures.has(name)),
    'is merged into an open wish': !wish.merged || wishes.get(wish.merged.into)?.status === 'open',
    'is claimed by people who sign in': claimsOf(wish).every(
      (claim) => members.has(claim.by) && !members.get(claim.by)?.registeredBy,
    ),
    'is claimed as organisations by who represents them': claimsOf(wish).every(
      (claim) => !claim.as || members.get(claim.by)?.represents?.includes(claim.as),
    ),
  });
}

function wrongStateIn(wish: SampleWish): string[] {
  const wanted = wish.claimersWanted ?? 1;
  const count = held(wish).length;
  const active = held(wish).filter((claim) => claim.state === 'active').length;
  const isPublic = publicStatus.includes(wish.status);
  const past = wish.wantedByDays !== undefined && wish.wantedByDays < 0;
  const fits = {
    open: count < wanted,
    claimed: count === wanted && active > 0,
    fulfilled: count === wanted && active === 0,
    confirmed: count === wanted && active === 0,
    closed: count === wanted && active === 0,
    submitted: count === 0,
    declined: count === 0,
    withdrawn: count === 0,
    expired: count === 0,
    merged: count === 0,
  } satisfies Record<WishStatus, boolean>;
  return broken(wish, {
    'has as many helpers as its status says': fits[wish.status],
    'was published where it is public': (wish.publishedHoursAgo !== undefined) === (isPublic || wish.status === 'withdrawn'),
    'is confirmed by words': (wish.confirmed !== undefined) === (wish.status === 'confirmed'),
    'is closed by a note': (wish.closed !== undefined) === (wish.status === 'closed'),
    'is declined with a reason': (wish.declined !== undefined) === (wish.status === 'declined'),
    'is merged into something': (wish.merged !== undefined) === (wish.status === 'merged'),
    'is withdrawn at a time': (wish.withdrawn !== undefined) === (wish.status === 'withdrawn'),
    'is past its day only where it expired': past === (wish.status === 'expired'),
    'was checked by someone unless it waits': (wish.checkedBy !== undefined) === (wish.status !== 'submitted'),
  });
}

function wrongTimeIn(wish: SampleWish): string[] {
  const lease = leaseOf(wish.area) * 24;
  const end =
    wish.confirmed?.hoursAgo ??
    wish.closed?.hoursAgo ??
    wish.withdrawn?.hoursAgo ??
    wish.declined?.hoursAgo ??
    wish.merged?.hoursAgo;
  const claims = claimsOf(wish);
  return broken(wish, {
    'goes from posted to its end': descending([wish.postedHoursAgo, wish.publishedHoursAgo, end, 0]),
    'lists claims oldest first': descending(claims.map((claim) => claim.hoursAgo)),
    'is claimed after it was published, and each claim ends before the wish does': claims.every((claim) =>
      descending([wish.publishedHoursAgo ?? 0, claim.hoursAgo, claim.fulfilledHoursAgo, claim.endedHoursAgo, end, 0]),
    ),
    'leases within the area’s days': claims.every(
      (claim) => claim.hoursAgo + claim.dueHours > 0 && claim.hoursAgo + claim.dueHours <= lease,
    ),
    'has active claims that are not over': claims.every((claim) => claim.state !== 'active' || claim.dueHours > 0),
    'lapses when the lease ends': claims.every((claim) => claim.state !== 'lapsed' || claim.endedHoursAgo === -claim.dueHours),
    'is done before the lease ends': claims.every(
      (claim) => claim.fulfilledHoursAgo === undefined || -claim.fulfilledHoursAgo <= claim.dueHours,
    ),
    'says when it was done': claims.every(
      (claim) => (claim.fulfilledHoursAgo !== undefined) === ['done', 'rejected'].includes(claim.state),
    ),
    'says when a claim was over': claims.every(
      (claim) => (claim.endedHoursAgo !== undefined) === ['released', 'lapsed', 'rejected'].includes(claim.state),
    ),
  });
}

function selfDealingIn(wish: SampleWish): string[] {
  const own = [wish.wisher, ...(members.get(wish.wisher)?.represents ?? [])];
  const claimants = held(wish).map(claimant);
  return broken(wish, {
    'has different helpers': new Set(claimants).size === claimants.length,
    'is not helped by the wisher': claimsOf(wish).every((claim) => !own.includes(claimant(claim)) && claim.by !== wish.wisher),
    'is not closed by a helper': claimsOf(wish).every((claim) => claim.by !== wish.closed?.by),
  });
}

describe('the sample community', () => {
  it('has the size that was asked for', () => {
    expect(sample.members).toHaveLength(68);
    expect(sample.organisations).toHaveLength(14);
    expect(sample.wishes.length).toBeGreaterThanOrEqual(115);
    expect(inYikang.length).toBeGreaterThanOrEqual(60);
    expect(inYikang.filter((wish) => wish.status === 'open').length).toBeGreaterThanOrEqual(20);
    expect(sample.members.filter((member) => member.registeredBy)).toHaveLength(8);
    expect(sample.areas.filter((area) => area.level === 'street')).toHaveLength(6);
    expect(sample.areas.filter((area) => area.level === 'community')).toHaveLength(7);
  });

  it('shows every status, kind and category', () => {
    expect(new Set(sample.wishes.map((wish) => wish.status))).toEqual(new Set(wishStatus));
    expect(new Set(inYikang.map((wish) => wish.status))).toEqual(new Set(wishStatus));
    expect(new Set(sample.wishes.map((wish) => wish.kind)).size).toBe(3);
    expect(new Set(inYikang.map((wish) => wish.category)).size).toBe(7);
    const states = new Set(sample.wishes.flatMap(claimsOf).map((claim) => claim.state));
    expect(states).toEqual(new Set(['active', 'done', 'released', 'lapsed', 'rejected']));
  });

  it('leaves about half of the people with every switch off', () => {
    const quiet = sample.members.filter((member) => !member.consents?.wishAuthor && !member.consents?.helper);
    expect(quiet.length).toBeGreaterThanOrEqual(24);
    expect(quiet.length).toBeLessThanOrEqual(36);
  });

  it('names nothing twice', () => {
    for (const kept of [members, organisations, areas, wishes]) expect(kept.size).toBeGreaterThan(0);
    expect(wishes.size).toBe(sample.wishes.length);
    expect(members.size).toBe(sample.members.length);
    // 罗宝根 is there twice: registered without a phone, and signed in since he has one. A worker may merge the two.
    expect(new Set(sample.members.map((member) => member.name)).size).toBe(sample.members.length - 1);
    expect(new Set(sample.wishes.map((wish) => wish.title)).size).toBe(sample.wishes.length);
    const phones = sample.members.flatMap((member) => member.phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('refers only to people, organisations and areas that are there, parents before children', () => {
    const seen = new Set<string>();
    for (const area of sample.areas) {
      if (area.parent !== null) expect(seen).toContain(area.parent);
      seen.add(area.slug);
    }
    for (const organisation of sample.organisations) expect(areas.has(organisation.area), organisation.slug).toBe(true);
    for (const member of sample.members) {
      if (member.home !== null) expect(areas.get(member.home)?.level, member.sub).toBe('community');
      for (const slug of member.represents ?? []) expect(organisations.has(slug), slug).toBe(true);
      for (const role of member.roles)
        if (role.includes('@')) expect(areas.has(role.slice(role.indexOf('@') + 1)), role).toBe(true);
      if (member.registeredBy) expect(members.has(member.registeredBy)).toBe(true);
    }
    for (const persona of sample.personas) expect(members.get(persona.sub)?.name).toBe(persona.name);
  });

  it('has wishes that refer to what is there', () => {
    expect(sample.wishes.flatMap(danglingIn)).toEqual([]);
  });

  it('has wishes in the state that their history leads to', () => {
    expect(sample.wishes.flatMap(wrongStateIn)).toEqual([]);
  });

  it('has wishes whose times are in order and within the lease', () => {
    expect(sample.wishes.flatMap(wrongTimeIn)).toEqual([]);
  });

  it('has nobody helping themself, or an organisation of theirs', () => {
    expect(sample.wishes.flatMap(selfDealingIn)).toEqual([]);
  });

  it('keeps words within what the contract allows', () => {
    for (const wish of sample.wishes) {
      const length = countGraphemes(wish.title);
      expect(length, wish.key).toBeGreaterThanOrEqual(2);
      expect(length, wish.key).toBeLessThanOrEqual(titleLength);
      expect(countGraphemes(wish.story ?? '')).toBeLessThanOrEqual(storyLength);
      for (const text of publicTexts(wish).slice(3)) expect(countGraphemes(text)).toBeLessThanOrEqual(noteLength);
    }
  });

  it('never lets a raw name or a phone number into a text that goes public', () => {
    const secrets = sample.members.flatMap((member) => [
      member.name,
      ...(member.phone ? [member.phone] : []),
      ...(member.address ? [member.address] : []),
    ]);
    const leaks = sample.wishes
      .filter((wish) => wish.status !== 'submitted')
      .flatMap((wish) => publicTexts(wish))
      .filter((text) => secrets.some((secret) => text.includes(secret)) || /\d{7}/.test(text.replace(/[\s-]/g, '')));
    expect(leaks).toEqual([]);
    for (const organisation of sample.organisations) expect(secrets).not.toContain(organisation.name);
  });

  it('leaves the desk a few wishes with a phone number to redact', () => {
    const withPhone = sample.wishes.filter((wish) => /1\d{10}/.test(publicTexts(wish).join(' ').replace(/[\s-]/g, '')));
    expect(withPhone.length).toBeGreaterThanOrEqual(3);
    expect(withPhone.every((wish) => wish.status === 'submitted')).toBe(true);
  });

  it('has something of every kind for a worker to look at, said by people who are there', () => {
    expect(new Set(sample.said.map(({ state }) => state))).toEqual(new Set(['held', 'reported', 'hidden']));
    for (const { wish: key, part, claim, reports = [], hidden } of sample.said) {
      const wish = wishes.get(key);
      const words = {
        title: wish?.title,
        story: wish?.story,
        place: wish?.place,
        note: wish?.claims?.[claim ?? 0]?.note,
        thanks: wish?.confirmed?.thanks,
        closing: wish?.closed?.note,
      };
      expect(words[part], `${key} ${part}`).toBeTruthy();
      expect(reports.every(({ by }) => members.has(by)) && (!hidden || members.has(hidden.by)), key).toBe(true);
    }
  });

  it('puts every branch under one that stands before it, and nobody into a branch that is not the party’s', () => {
    for (const [index, { slug, parent }] of sample.organisations.entries()) {
      const above = sample.organisations.findIndex((one) => one.slug === parent);
      if (parent !== undefined) expect(above >= 0 && above < index, slug).toBe(true);
    }
    for (const { branch, moving } of sample.members) {
      for (const slug of [branch, moving?.branch]) if (slug !== undefined) expect(organisations.get(slug)?.kind).toBe('party');
    }
  });
});
