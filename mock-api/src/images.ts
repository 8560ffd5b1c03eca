import { type Images, PictureRefused } from '@five-micro/server';

const mostPixels = 40_000_000;
const longestSide = 1600;

/** Pictures by the browser's own canvas, which keeps no metadata either. */
export const canvasImages: Images = {
  async normalise(bytes) {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)])).catch(() => undefined);
    if (!bitmap) throw new PictureRefused('not-a-picture');
    if (bitmap.width * bitmap.height > mostPixels) throw new PictureRefused('too-many-pixels');
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    return { data: new Uint8Array(await blob.arrayBuffer()), mime: 'image/jpeg', width, height };
  },
};
