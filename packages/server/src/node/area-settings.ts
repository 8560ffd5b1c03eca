import { readFile } from 'node:fs/promises';
import { changeSettings, checkSettings, unknownCodes } from '../areas/own-settings.ts';
import { areaBySlug } from '../areas/statements.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { messageOf, PlainError } from './plain-error.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const areaSettings: Command = {
  help: `  settings AREA              prints the area's own settings
  settings AREA FILE.json    changes what the file names
  --area AREA, --file FILE   the same as flags

Only what the file names is changed; null takes an own value away, so that the area above decides again:

  features          which of the five are on, of those that are on above
  theme             neutral, party or spring
  links             the portal's own pages: { "wish": "/wishes.html?wish={id}", … }; replaced as a whole, so name all of them
  wishCategories    codes of the district's catalogue; actionCategories and starTitles too ("five-micro areas --help")
  leaseDays         days that a claim lasts, 1 to 60
  correctionSupport how many neighbours make a comment on a project a correction, 1 to 100
  contact           how the community is reached, as people would say it
  watchWords        [{ "word": "刷单", "reason": "…" }]: a worker reads first what holds one
  points            { "wish-helped": { "amount": 10, "daily": null }, … }: what a deed brings, and the cap of a day;
                    also report-in, wish-published, action-hour and vote; what is not named brings the usual
  retention         { "contactDays": 30 }: days after its end until a wish's contact details are deleted

Running servers follow at once. The embedded database belongs to one process: stop the server first there.

${settingsHelp}`,
  async run(argv) {
    const flag = argv.findIndex((word) => word.startsWith('-'));
    const words = flag < 0 ? argv : argv.slice(0, flag);
    if (words.length > 2) throw new PlainError(`One area and one file: what is "${words[2] ?? ''}"?`);
    const { settings, values } = readArguments(argv.slice(words.length), process.env, ['area', 'file']);
    const slug = values['area']?.at(-1) ?? words[0];
    const file = values['file']?.at(-1) ?? words[1];
    if (slug === undefined) throw new PlainError('Say which area: five-micro settings AREA, or --area AREA.');
    const change = file === undefined ? undefined : await readChange(file);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false });
    try {
      const area = await areaBySlug(db, slug);
      if (!area) throw new PlainError(`There is no area "${slug}".`);
      const unknown = change === undefined ? [] : await unknownCodes(db, area, change);
      if (unknown.length > 0)
        throw new PlainError(`The district's catalogue does not have ${unknown.join(', ')}: nothing was changed.`);
      const { catalogue: _district, ...own } = change === undefined ? area.settings : await changeSettings(db, area, change);
      say(JSON.stringify(own, null, 2));
      return 0;
    } finally {
      await close();
    }
  },
};

async function readChange(file: string) {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`${file} cannot be read as JSON: ${messageOf(error)}`);
  }
  const checked = checkSettings(given);
  if (!checked.ok) throw new PlainError(`${file}: ${checked.faults.join('; ')}. Nothing was changed.`);
  return checked.change;
}
