import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { fit, scaleDown, UnreadablePicture } from './pictures.ts';

const drawn = async (width: number, height: number, type: string): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), type));
};

describe('a picture before it is sent', () => {
  it('is at most 1600 px on its longer side, with its shape kept, as JPEG', async () => {
    const small = await scaleDown(await drawn(3200, 1000, 'image/png'));
    expect(small.type).to.equal('image/jpeg');
    const { width, height } = await createImageBitmap(small);
    expect([width, height]).to.deep.equal([1600, 500]);
  });

  it('is not blown up, and is white where it was transparent', async () => {
    const same = await createImageBitmap(await scaleDown(await drawn(20, 10, 'image/png')));
    expect([same.width, same.height]).to.deep.equal([20, 10]);
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context?.drawImage(same, 0, 0);
    expect([...(context?.getImageData(5, 5, 1, 1).data ?? [])]).to.deep.equal([255, 255, 255, 255]);
  });

  it('never vanishes, however narrow', () => {
    expect(fit(10_000, 2)).to.deep.equal({ width: 1600, height: 1 });
  });

  it('is refused where it is none', async () => {
    let thrown: unknown;
    await scaleDown(new Blob(['not a picture'], { type: 'image/jpeg' })).catch((error: unknown) => {
      thrown = error;
    });
    expect(thrown).to.be.instanceOf(UnreadablePicture);
  });
});
