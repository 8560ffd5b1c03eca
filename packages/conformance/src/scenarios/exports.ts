import { inflateRawSync } from 'node:zlib';
import { contract, exportPath } from '@five-micro/contract';
import { holds } from '../finding.ts';
import { scenarios } from '../scenario.ts';
import { openWish } from './parts.ts';

const { wishes } = contract;

const [endOf, entryOf] = [0x06054b50, 0x02014b50];
const [stored, deflated] = [0, 8];

/** All that stands in an archive, by the directory at its end (APPNOTE 6.3, 4.3.12 and 4.3.16); undefined where it is none. */
function textIn(zip: Buffer): string | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOf) return undefined;
  let [at, text] = [zip.readUInt32LE(end + 16), ''];
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== entryOf) return undefined;
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const method = zip.readUInt16LE(at + 10);
    if (method !== stored && method !== deflated) return undefined;
    text += `${zip.toString('utf8', at + 46, at + 46 + name)}\n${(method === deflated ? inflateRawSync(bytes) : bytes).toString()}\n`;
    at += 46 + name + extra + comment;
  }
  return text;
}

/** Everyone may take along what is kept of them. */
export const exportScenarios = scenarios('exports', ['exports', 'wishes'], {
  own: {
    says: 'Everyone gets everything of theirs as one archive, kept by no cache; of others there is what they may see.',
    rules: ['what-others-see', 'auth.required', 'wishes.claim'],
    async run(kit) {
      (await kit.send('GET', exportPath)).refused('auth.required');
      const [wisher, helper] = [kit.person({ name: '上官飞燕' }), kit.person({ name: '令狐冲冲' })];
      const [title, foreign] = [`想要一盏灯${kit.unique()}`, `想要一把伞${kit.unique()}`];
      const { id } = await openWish(kit, wisher, kit.worker(), { title });
      await kit.done(wishes.claim, { as: helper, id });
      await openWish(kit, helper, kit.worker(), { title: foreign });
      const response = await kit.open(exportPath, { token: await kit.token(wisher) });
      const text = textIn(Buffer.from(await response.arrayBuffer()));
      const type = response.headers.get('content-type') ?? '';
      holds('a zip, as application/zip', text !== undefined && type.startsWith('application/zip'), `${response.status} ${type}`);
      const cached = response.headers.get('cache-control') ?? '';
      holds('cache-control: no-store or private', /no-store|private/.test(cached), cached);
      for (const own of [title, wisher.name]) holds(`an archive with ${own}`, text.includes(own), 'it is missing');
      for (const other of [foreign, helper.name]) holds(`an archive without ${other}`, !text.includes(other), 'it is in it');
    },
  },
});
