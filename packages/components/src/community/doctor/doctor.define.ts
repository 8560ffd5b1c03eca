import { define } from '../../shared/define.ts';
import type { FmCommunity } from '../community.ts';
import { FmDoctor } from './doctor.ts';

define('fm-doctor', FmDoctor);

/** Above everything else that the community holds, once, for as long as it wants that. */
export function attend(community: FmCommunity): void {
  const there = community.renderRoot.querySelector('fm-doctor');
  if (!community.debug) there?.remove();
  if (there || !community.debug) return;
  const doctor = new FmDoctor();
  doctor.asker = community;
  community.renderRoot.prepend(doctor);
}
