import { neighbourMembers, registeredMembers } from './members-around.ts';
import { yikangMembers } from './members-yikang.ts';
import type { SampleMember } from './types.ts';

/** Sixty people. About half keep every switch of their consents off, as everyone starts. */
export const members: SampleMember[] = [...yikangMembers, ...registeredMembers, ...neighbourMembers];
