import * as z from 'zod/mini';
import { id } from './common.ts';
import { asking } from './endpoint.ts';

/** A picture that is stored but not yet part of anything; unattached ones are deleted after 24 hours. */
export const upload = z.object({ id, url: z.string(), width: z.number(), height: z.number() });
export type Upload = z.infer<typeof upload>;

export const uploads = {
  /** The body is the picture itself: JPEG, PNG or WebP, at most 8 MB and 40 megapixels. */
  post: asking<undefined, Blob>()('POST', '/uploads', upload, 201),
};
