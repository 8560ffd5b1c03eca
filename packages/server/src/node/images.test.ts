import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { images } from './images.ts';

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c8102e' } });

describe('an uploaded picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('may be %s and becomes WebP', async (format) => {
    const picture = await images.normalise(await blank(40, 30).toFormat(format).toBuffer());
    expect(picture).toMatchObject({ mime: 'image/webp', width: 40, height: 30 });
    expect((await sharp(picture.data).metadata()).format).toBe('webp');
  });

  it('is scaled down to 1600 px, and never up', async () => {
    expect(await images.normalise(await blank(4000, 1000).jpeg().toBuffer())).toMatchObject({ width: 1600, height: 400 });
  });

  it('stands upright and says nothing about where and with what it was taken', async () => {
    const original = await blank(40, 30)
      .withExif({ IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: { GPSLatitude: '32/1 2/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const picture = await images.normalise(original);
    expect(picture).toMatchObject({ width: 30, height: 40 });
    const { exif, xmp, iptc, icc, orientation } = await sharp(picture.data).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a GIF', new TextEncoder().encode('GIF89a\x01\x00\x01\x00\x00\x00\x00;')],
    ['words', new TextEncoder().encode('not a picture')],
    ['nothing', new Uint8Array()],
    ['the beginning of a JPEG alone', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])('may not be %s', async (_, bytes) => {
    await expect(images.normalise(bytes)).rejects.toMatchObject({ name: 'PictureRefused', reason: 'not-a-picture' });
  });

  it('may not have more than 40 million pixels, however small its file is', async () => {
    const bomb = await blank(8000, 5001).png({ compressionLevel: 9 }).toBuffer();
    await expect(images.normalise(bomb)).rejects.toMatchObject({ name: 'PictureRefused', reason: 'too-many-pixels' });
  }, 20_000);
});
