/**
 * Makes a phone's photo fit to be sent: at most 1600 px on its longer side, upright, as JPEG. Drawing it anew also
 * leaves its place and time behind, so they never leave the phone.
 */

/** The longer side after scaling down, in pixels. */
export const longestSide = 1600;

const quality = 0.86;

/** Thrown where the browser cannot read the file as a picture. */
export class UnreadablePicture extends Error {
  constructor(options?: ErrorOptions) {
    super('This file cannot be read as a picture.', options);
    this.name = 'UnreadablePicture';
  }
}

/** The size that fits into `most` with its shape kept; a small picture stays as it is. */
export function fit(width: number, height: number, most = longestSide): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * @throws {UnreadablePicture} for what is no picture, or one that this browser cannot decode
 */
export async function scaleDown(file: Blob, most = longestSide): Promise<Blob> {
  const source = await decode(file);
  try {
    const size = fit(source.width, source.height, most);
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d');
    if (!context) throw new UnreadablePicture();
    // JPEG knows no transparency; without paper under it, it would come out black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size.width, size.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(source.image, 0, 0, size.width, size.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnreadablePicture())), 'image/jpeg', quality);
    });
  } finally {
    source.release();
  }
}

interface Decoded {
  image: CanvasImageSource;
  width: number;
  height: number;
  release(): void;
}

async function decode(file: Blob): Promise<Decoded> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { image: bitmap, width: bitmap.width, height: bitmap.height, release: () => bitmap.close() };
  } catch {
    // Safari reads HEIC in an <img> before it reads it here, and old web views know no options.
    return decodeByElement(file);
  }
}

async function decodeByElement(file: Blob): Promise<Decoded> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  const release = () => URL.revokeObjectURL(url);
  try {
    await image.decode();
  } catch (cause) {
    release();
    throw new UnreadablePicture({ cause });
  }
  return { image, width: image.naturalWidth, height: image.naturalHeight, release };
}
