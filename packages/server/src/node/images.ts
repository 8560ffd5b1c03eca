import sharp from 'sharp';
import { type Images, PictureRefused } from '../ports.ts';

const mostPixels = 40_000_000;
const longestSide = 1600;

// Every picture is met once: keeping decoded ones would only fill the memory.
sharp.cache(false);

/**
 * Pictures by libvips: turned upright as their EXIF says, at most 1600 px a side, as WebP without any metadata, so
 * without the place where they were taken. What begins like anything but JPEG, PNG or WebP is refused (SVG too).
 */
export const images: Images = {
  async normalise(bytes) {
    if (!isPicture(bytes)) throw new PictureRefused('not-a-picture');
    try {
      const picture = sharp(bytes, { limitInputPixels: mostPixels });
      const { data, info } = await picture
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      return { data: new Uint8Array(data), mime: 'image/webp', width: info.width, height: info.height };
    } catch (error) {
      throw new PictureRefused(error instanceof Error && /pixel limit/.test(error.message) ? 'too-many-pixels' : 'not-a-picture');
    }
  },
};

const beginsWith = (bytes: Uint8Array, offset: number, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[offset + index] === byte);
const ascii = (text: string) => Array.from(text, (char) => char.charCodeAt(0));

function isPicture(bytes: Uint8Array): boolean {
  const jpeg = beginsWith(bytes, 0, [0xff, 0xd8, 0xff]);
  const png = beginsWith(bytes, 0, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]);
  const webp = beginsWith(bytes, 0, ascii('RIFF')) && beginsWith(bytes, 8, ascii('WEBP'));
  return jpeg || png || webp;
}
