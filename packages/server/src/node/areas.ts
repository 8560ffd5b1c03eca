import { readFile } from 'node:fs/promises';
import { type Put, putAreas, type Step } from '../areas/put.ts';
import { allAreas, type AreaRow, areaRoots } from '../areas/statements.ts';
import { type PlannedArea, readTree } from '../areas/tree-file.ts';
import type { Db } from '../ports.ts';
import { areasWords } from './areas-words.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { fill, languageOf } from './language.ts';
import { messageOf, PlainError } from './plain-error.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const areas: Command = {
  help: `  areas              prints the tree, as such a file
  areas FILE.json    makes the areas of the file that are not there, renames those that are called otherwise,
                     and says what it is about to do before it does it

  --dry-run          says it, and changes nothing
  --new-root         lets the file begin another tree beside the one that is there: a slug that is written wrong would
                     do so too, and areas are not taken away. The first tree needs no flag
  --lang LANG        what it says, in zh-CN or en; by default the terminal's

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
    const switches = new Set(argv.filter((word) => ['--dry-run', '--new-root'].includes(word)));
    const rest = argv.filter((word) => !switches.has(word));
    const file = rest[0]?.startsWith('-') ? undefined : rest[0];
    const { settings, values } = readArguments(file === undefined ? rest : rest.slice(1), process.env, ['lang']);
    const language = languageOf(values['lang']?.at(-1), process.env);
    const words: Words = (key, params = {}) => fill(areasWords[language][key], params);
    const planned = file === undefined ? undefined : await plan(file, words);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false }).catch((error: unknown) => {
      throw error instanceof DatabaseFault ? new PlainError(error.in(language)) : error;
    });
    try {
      if (planned === undefined) {
        const tree = treeOf(await allAreas(db));
        say(JSON.stringify(tree.length === 1 ? tree[0] : tree, null, 2));
        return 0;
      }
      const how = { dry: switches.has('--dry-run'), newRoot: switches.has('--new-root') };
      await put(db, planned, how, words);
      return 0;
    } finally {
      await close();
    }
  },
};

type Words = (key: keyof (typeof areasWords)['en'], params?: Record<string, string>) => string;

/** Says what it is about to do, and then only does it: all of it or nothing. */
async function put(
  db: Db,
  planned: readonly PlannedArea[],
  how: { dry: boolean; newRoot: boolean },
  words: Words,
): Promise<void> {
  const trx = await db.startTransaction().execute();
  try {
    const roots = await areaRoots(trx);
    const { done, faults } = await putAreas(trx, planned);
    demandNone(faults, words);
    if (done.length > 0) say(words('planned'));
    for (const step of done) say(`  ${words(step.kind, { ...step })}`);
    if (!how.newRoot) demandNone(strayRoots(done, roots, words), words);
    if (done.length === 0) say(words('nothing'));
    if (how.dry || done.length === 0) await trx.rollback().execute();
    else await trx.commit().execute();
    if (how.dry) say(words('dry'));
    else if (done.length > 0) say(words('done'));
  } finally {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
  }
}

/** A mistyped slug at the top would make a second tree, which nothing takes away again. The first one there is nothing to mistake for. */
function strayRoots(done: Put['done'], roots: readonly string[], words: Words): string[] {
  const made = done.filter(({ kind }: Step) => kind === 'root').map(({ slug }) => slug);
  const [there, stray] = roots.length > 0 ? [roots, made] : [made.slice(0, 1), made.slice(1)];
  if (stray.length === 0) return [];
  const few = (slugs: readonly string[]) => [...slugs.slice(0, 5), ...(slugs.length > 5 ? ['…'] : [])].join(', ');
  return [words('newRoot', { slugs: few(stray), there: few(there) })];
}

async function plan(file: string, words: Words): Promise<PlannedArea[]> {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PlainError(words('unreadable', { file, why: messageOf(error) }));
  }
  const { areas: planned, faults } = readTree(given);
  demandNone(faults, words);
  return planned;
}

function demandNone(faults: readonly string[], words: Words): void {
  if (faults.length > 0) throw new PlainError([...faults, words('unchanged')].join('\n'));
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
