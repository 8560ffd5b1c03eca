import { complete, type FiveMicroCore, type Me } from '@five-micro/sdk';
import type { ReactiveControllerHost } from 'lit';
import { ResourceController } from '../shared/controllers/resource.ts';

interface MeHost extends ReactiveControllerHost, HTMLElement {
  readonly community: { readonly client: FiveMicroCore | undefined; readonly epoch: number };
}

/** Who is looking: undefined for a visitor, whose page asks for nothing that needs a token. */
export const meResource = (host: MeHost): ResourceController<Me | undefined> =>
  new ResourceController<Me | undefined>(host, {
    key: () => (host.community.client ? [host.community.client, host.community.epoch] : null),
    load: async (signal) => {
      const { client } = host.community;
      return client && (await client.session.check()) ? complete(client).me.get({ signal }) : undefined;
    },
    reflect: false,
  });
