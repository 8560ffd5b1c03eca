// Makes public/sample.tar.gz: the sample community's database, from which stories open theirs at once.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { sample } from '@five-micro/server/sample';
import { openMockServer } from '../src/server.ts';

const picture = async (name: string) => {
  const found = sample.pictures.find((one) => one.name === name);
  if (!found) throw new Error(`The sample community has no picture ${name}.`);
  return new Uint8Array(await readFile(found.url));
};

const server = await openMockServer({ picture });
const dump = new Uint8Array(await (await server.dump()).arrayBuffer());
await server.close();

const target = new URL('../public/sample.tar.gz', import.meta.url);
const unfinished = new URL(`../public/sample.${process.pid}.tmp`, import.meta.url);
await writeFile(unfinished, gzipSync(dump, { level: 6 }));
await rename(unfinished, target);
