import type { SampleNomination } from './types.ts';

/** One who agreed and has their star: nominated, asked and answered in the weeks before. */
interface Hung extends Pick<SampleNomination, 'member' | 'who' | 'title' | 'lastYear' | 'sentence' | 'story'> {
  area: string;
  /** Sub of the worker who asks and awards. */
  worker: string;
  nominatedBy: string;
  awardedHoursAgo: number;
  name?: 'full';
  portrait?: string;
  /** The worker heard them say so: they have no account. */
  inPerson?: true;
  quotes?: readonly { words: string; by: string }[];
}

export function hung(one: Hung): SampleNomination {
  const { area, worker, member, awardedHoursAgo, name = 'masked', portrait, inPerson, quotes, ...words } = one;
  return {
    ...words,
    key: `star-${member}${one.lastYear ? '-before' : ''}`,
    area,
    member,
    nominatedHoursAgo: awardedHoursAgo + 260,
    asked: { by: worker, hoursAgo: awardedHoursAgo + 210 },
    consented: {
      hoursAgo: awardedHoursAgo + 170,
      name,
      ...(portrait !== undefined && { portrait }),
      ...(inPerson && { heardBy: worker }),
    },
    awarded: { by: worker, hoursAgo: awardedHoursAgo, ...(quotes && { quotes }) },
  };
}
