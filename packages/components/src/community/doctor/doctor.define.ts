import { define } from '../../shared/define.ts';
import type { FmCommunity } from '../community.ts';
import { FmDoctor } from './doctor.ts';

define('fm-doctor', FmDoctor);

/** Above everything else that the community holds; once, also where it is moved about in the page. */
export function attend(community: FmCommunity): void {
  if (community.renderRoot.querySelector('fm-doctor')) return;
  const doctor = new FmDoctor();
  doctor.asker = community;
  community.renderRoot.prepend(doctor);
}
