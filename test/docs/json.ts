import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaSettingNames, checkSettings } from '../../packages/server/src/areas/own-settings.ts';
import { readTree } from '../../packages/server/src/areas/tree-file.ts';
import { readIssuers } from '../../packages/server/src/node/issuers-file.ts';
import { messageOf } from '../../packages/server/src/node/plain-error.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a JSON block can be, by what it has, and what the program that reads it finds wrong. */
interface Kind {
  is: (given: Json) => boolean;
  faults: (given: unknown) => string[] | Promise<string[]>;
}

async function faultsOfIssuers(given: unknown): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-docs-'));
  const file = join(folder, 'issuers.json');
  try {
    writeFileSync(file, JSON.stringify(given));
    await readIssuers(file);
    return [];
  } catch (error) {
    return [messageOf(error)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const onlyOf = (names: readonly string[]) => (given: Json) => Object.keys(given).every((key) => names.includes(key));
const nothing = () => [];

const kinds: Readonly<Record<string, Kind>> = {
  'the portals of ISSUERS_FILE': { is: (given) => 'iss' in given, faults: faultsOfIssuers },
  'a tree of areas': { is: (given) => 'level' in given, faults: (given) => readTree(given).faults },
  "an area's settings": {
    is: onlyOf(areaSettingNames),
    faults: (given) => {
      const checked = checkSettings(given);
      return checked.ok ? [] : checked.faults;
    },
  },
  // These three are read by the tests of what writes or reads them.
  'the file of the conformance kit': { is: (given) => 'url' in given && 'issuer' in given, faults: nothing },
  'a message to a portal': { is: onlyOf(['type', 'timestamp', 'data']), faults: nothing },
  'the manifest of the drop-in files': { is: onlyOf(['entries']), faults: nothing },
  'what an editor is told': { is: (given) => 'html.customData' in given, faults: nothing },
};

const isJson = (given: unknown): given is Json => typeof given === 'object' && given !== null;

/** What is wrong with a JSON block of a page, if anything; one that is of no known kind is. */
export async function faultsOfJson(code: string): Promise<string[]> {
  let given: unknown;
  try {
    given = JSON.parse(code);
  } catch (error) {
    return [messageOf(error)];
  }
  const one: unknown = Array.isArray(given) ? given[0] : given;
  const kind = isJson(one) ? Object.values(kinds).find(({ is }) => is(one)) : undefined;
  return kind ? kind.faults(given) : [`it is none of: ${Object.keys(kinds).join(', ')}`];
}
