import { readFile } from 'node:fs/promises';
import { putAreas } from '../areas/put.ts';
import { allAreas, type AreaRow } from '../areas/statements.ts';
import { readTree } from '../areas/tree-file.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { messageOf, PlainError } from './plain-error.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const areas: Command = {
  help: `  areas              prints the tree, as such a file
  areas FILE.json    makes the areas of the file that are not there, renames those that are called otherwise

A file holds one area with its children, or a list of such:

  { "slug": "jianye", "name": "建邺区", "nameEn": "Jianye District", "level": "district",
    "children": [{ "slug": "nanyuan", "name": "南苑街道", "level": "street", "children": [ … ] }] }

  slug       its name in addresses and tokens; it never changes
  level      district, street, community or grid, each below one that comes before it
  settings   what holds there and below, as in "five-micro settings --help"
  catalogue  of the topmost area: { "wishCategories": [{ "code", "zh", "en" }], "actionCategories": [ … ], "starTitles": [ … ] },
             what its areas may choose from. It may grow; without it there is a usual one

A topmost area that is new has all five features, unless its settings say otherwise. What the file does not name stays as it
is: nothing is moved, nothing taken away. Where something in the file cannot be, nothing at all is changed. Running servers
follow at once. The embedded database belongs to one process: stop the server first there.

${settingsHelp}`,
  async run(argv) {
    const file = argv[0]?.startsWith('-') ? undefined : argv[0];
    const { settings } = readArguments(file === undefined ? argv : argv.slice(1), process.env);
    const planned = file === undefined ? undefined : await plan(file);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false });
    try {
      if (planned === undefined) {
        const tree = treeOf(await allAreas(db));
        say(JSON.stringify(tree.length === 1 ? tree[0] : tree, null, 2));
        return 0;
      }
      const done = await db.transaction().execute(async (trx) => {
        const put = await putAreas(trx, planned);
        demandNone(put.faults);
        return put.done;
      });
      for (const line of done) say(line);
      if (done.length === 0) say('Everything is as the file says.');
      return 0;
    } finally {
      await close();
    }
  },
};

async function plan(file: string) {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`${file} cannot be read as JSON: ${messageOf(error)}`);
  }
  const { areas: planned, faults } = readTree(given);
  demandNone(faults);
  return planned;
}

function demandNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new PlainError([...faults, 'Nothing was changed.'].join('\n'));
}

interface Branch {
  slug: string;
  children?: Branch[];
}

/** The rows as a file has them, those above before those below. */
function treeOf(rows: readonly AreaRow[]): Branch[] {
  const branches = new Map<number, Branch>();
  const top: Branch[] = [];
  for (const { id, parent_id, slug, name, name_en: nameEn, level, settings } of rows) {
    const { catalogue, ...rest } = settings;
    const own = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
    const branch: Branch = {
      slug,
      ...{ name, nameEn, level },
      ...(catalogue && { catalogue }),
      ...(Object.keys(own).length > 0 && { settings: own }),
    };
    branches.set(id, branch);
    const above = parent_id === null ? undefined : branches.get(parent_id);
    if (above) above.children = [...(above.children ?? []), branch];
    else top.push(branch);
  }
  return top;
}
