import { neighbourMembers, registeredMembers, streetMembers } from './members-around.ts';
import { yikangMembers } from './members-yikang.ts';
import type { SampleMember } from './types.ts';

/** Sixty-seven people. About half keep every switch of their consents off, as everyone starts. */
export const members: SampleMember[] = [...yikangMembers, ...registeredMembers, ...neighbourMembers, ...streetMembers];
