import '../../community/define.ts';
import type { FmCommunity } from '../../community/community.ts';
import type { FiveMicroAdapter } from '../adapter/adapter.ts';

/** Puts an element into a community whose page lends it this. */
export function withAdapter(element: Element, adapter: FiveMicroAdapter | undefined): FmCommunity {
  const community = document.createElement('fm-community');
  community.adapter = adapter;
  element.before(community);
  community.append(element);
  return community;
}
