import { type Upload, uploads } from '@five-micro/contract';
import { type Connection, transportKey } from './connection.ts';
import type { Options, Transport } from './transport.ts';

/** Pictures, before they are part of something. */
export interface Uploads {
  /**
   * JPEG, PNG or WebP, at most 8 MB: scale it down first.
   * @example
   * const { id: photo } = await client.uploads.post(picture);
   */
  post(picture: Blob, options?: Options): Promise<Upload>;
}

/** @internal */
export const uploadsOf = ({ call }: Transport): Uploads => ({
  post: (body, options) => call(uploads.post, { body, options }),
});

const hasUploads = (client: object): client is { uploads: Uploads } => 'uploads' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const uploadsIn = (client: Connection): Uploads => (hasUploads(client) ? client.uploads : uploadsOf(client[transportKey]));
