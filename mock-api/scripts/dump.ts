// Makes public/sample.tar.gz: the sample community's database, from which stories open theirs at once. Does nothing
// where there is a fresh one: its days are told from the moment in which it was made.
import { readdirSync, statSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sample } from '@five-micro/server/sample';
import { openMockServer } from '../src/server.ts';

const target = new URL('../public/sample.tar.gz', import.meta.url);
const oldest = 6 * 60 * 60 * 1000;

function isFresh(): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = fileURLToPath(new URL('../../packages/server/src', import.meta.url));
  const changed = readdirSync(sources, { recursive: true, encoding: 'utf8' }).map(
    (name) => statSync(`${sources}/${name}`).mtimeMs,
  );
  return Date.now() - made < oldest && changed.every((time) => time < made);
}

async function picture(name: string): Promise<Uint8Array> {
  const found = sample.pictures.find((one) => one.name === name);
  if (!found) throw new Error(`The sample community has no picture ${name}.`);
  return new Uint8Array(await readFile(found.url));
}

async function dump(): Promise<void> {
  const server = await openMockServer({ picture });
  const data = new Uint8Array(await (await server.dump()).arrayBuffer());
  await server.close();
  const unfinished = new URL(`../public/sample.${process.pid}.tmp`, import.meta.url);
  await writeFile(unfinished, gzipSync(data));
  await rename(unfinished, target);
}

if (!isFresh()) {
  console.log('Making the sample community that stories play in …');
  await dump();
}
