import { crc32, deflateSync } from 'node:zlib';
import { contract, type Upload } from '@five-micro/contract';
import { holds, same, there } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { openWish, submittedWish } from './parts.ts';

const { uploads, wishes, me } = contract;

/** Where somebody lives, as a camera would write it into a picture. */
const secret = 'GPS 31.9911N 118.7325E';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A white picture in shades of grey, with a remark in it. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 255).fill(0, 0, 1);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const remark = Buffer.from(`Comment\0${secret}`, 'latin1');
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', remark),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
}

const stored = async (kit: Kit, as: Person): Promise<Upload> => await kit.done(uploads.post, { as, wrong: png(64, 48) });

/** An address may be relative to the server's. */
const statusOf = async (kit: Kit, url: string) => {
  const response = await kit.open(new URL(url, kit.api).href);
  await response.body?.cancel();
  return response.status;
};

export const uploadScenarios = scenarios('uploads', ['uploads'], {
  stored: {
    says: 'A picture is stored for whoever is signed in, with its size, without what the camera wrote into it.',
    rules: ['uploads', 'uploads.post', 'auth.required'],
    async run(kit) {
      (await kit.ask(uploads.post, { wrong: png(8, 8) })).refused('auth.required');
      const upload = await stored(kit, kit.person());
      same('size', [upload.width, upload.height], [64, 48]);
      const response = await kit.open(new URL(upload.url, kit.api).href);
      const type = response.headers.get('content-type') ?? '';
      holds('a picture', response.status === 200 && type.startsWith('image/'), `${response.status} ${type}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      holds('a picture without the remark', !bytes.includes(secret), 'it is still in it');
    },
  },
  'no-picture': {
    says: 'What is no JPEG, PNG or WebP is refused, whatever it calls itself: SVG too.',
    rules: ['uploads', 'upload.not-a-picture', 'upload.too-many-pixels'],
    async run(kit) {
      const as = kit.person();
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
      for (const text of [svg, 'GIF89a', 'no picture'])
        (await kit.ask(uploads.post, { as, wrong: new TextEncoder().encode(text) })).refused('upload.not-a-picture');
      // Small on the wire, forty-nine million pixels in memory.
      (await kit.ask(uploads.post, { as, wrong: png(7000, 7000) })).refused('upload.too-many-pixels');
    },
  },
  'attached-once': {
    says: 'A picture is attached once, and by whoever stored it.',
    rules: ['uploads', 'wishes.post', 'upload.used', 'upload.unknown'],
    needs: ['wishes'],
    async run(kit) {
      const [as, other] = [kit.person(), kit.person()];
      const { id } = await stored(kit, as);
      const body = { title: '想要一盏台灯', kind: 'item' as const, photos: [id] };
      (await kit.ask(wishes.post, { as: other, body })).refused('upload.unknown');
      same(
        'photos',
        (await kit.done(wishes.post, { as, body })).photos.map((photo) => photo.id),
        [id],
      );
      (await kit.ask(wishes.post, { as, body })).refused('upload.used');
      (await kit.ask(wishes.post, { as, body: { ...body, photos: ['0190a1b2-0000-7000-8000-000000000001'] } })).refused(
        'upload.unknown',
      );
    },
  },
  'public-by-consent': {
    says: 'A wish’s picture is public when the wisher agreed and a worker looked at it, for as long as both hold.',
    rules: ['uploads', 'me.consents', 'wishes.publish'],
    needs: ['wishes'],
    async run(kit) {
      const [wisher, worker] = [kit.person(), kit.worker()];
      const upload = await stored(kit, wisher);
      const { id } = await submittedWish(kit, wisher, { photos: [upload.id] });
      await kit.done(wishes.publish, { as: worker, id });
      const shown = async () => (await kit.done(wishes.get, { id })).photos;
      same('pictures for strangers without consent', await shown(), []);
      const agree = (photos: boolean) => kit.done(me.consents, { as: wisher, body: { photos } });
      await agree(true);
      const photo = await kit.within(60, async () => there('a public picture', (await shown())[0]));
      same('status of its address', await statusOf(kit, photo.url), 200);
      await agree(false);
      await kit.within(60, async () => same('pictures for strangers', await shown(), []));
      await kit.within(60, async () => holds('an address that is closed', (await statusOf(kit, photo.url)) >= 400, 'it is open'));
    },
  },
  'looked-at': {
    says: 'A helper’s picture is seen by strangers when the helper agreed and a worker has let it through, not before.',
    rules: ['uploads', 'wishes.fulfil', 'wishes.approvePhotos', 'auth.forbidden'],
    needs: ['wishes'],
    async run(kit) {
      const [helper, worker] = [kit.person(), kit.worker()];
      await kit.done(me.consents, { as: helper, body: { photos: true } });
      const { id } = await openWish(kit, kit.person(), worker);
      await kit.done(wishes.claim, { as: helper, id });
      const { id: photo } = await stored(kit, helper);
      await kit.done(wishes.fulfil, { as: helper, id, body: { note: '装好了', photos: [photo] } });
      const shown = async () => (await kit.done(wishes.get, { id })).claims[0]?.photos.map((one) => one.id);
      same('pictures for strangers', await shown(), []);
      const body = { photos: [photo] };
      (await kit.ask(wishes.approvePhotos, { as: helper, id, body })).refused('auth.forbidden', 'member.self');
      await kit.done(wishes.approvePhotos, { as: worker, id, body });
      same('pictures once a worker has looked', await shown(), [photo]);
    },
  },
});
