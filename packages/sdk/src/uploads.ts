import { type Upload, uploads } from '@five-micro/contract';
import type { Options, Transport } from './transport.ts';

/** Pictures, before they are part of something. */
export interface Uploads {
  /** JPEG, PNG or WebP, at most 8 MB: scale it down first. */
  post(picture: Blob, options?: Options): Promise<Upload>;
}

export const uploadsOf = ({ call }: Transport): Uploads => ({
  post: (body, options) => call(uploads.post, { body, options }),
});
