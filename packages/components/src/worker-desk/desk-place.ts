import type { Area, FiveMicroCore } from '@five-micro/sdk';
import type { ReactiveControllerHost } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';
import type { Lang } from '../shared/options.ts';

interface PlaceHost extends ReactiveControllerHost, HTMLElement {
  readonly community: { readonly client: FiveMicroCore | undefined; readonly area: string; readonly lang: Lang };
}

/** The area of the desk: what may be begun there, and how its own things are called. */
export const placeResource = (host: PlaceHost): ResourceController<Area | undefined> =>
  new ResourceController<Area | undefined>(host, {
    reflect: false,
    key: () => {
      const { client, area, lang } = host.community;
      return client && area ? [client, area, lang] : null;
    },
    load: async (signal) => host.community.client?.areas.get({ area: host.community.area }, { signal }),
  });
