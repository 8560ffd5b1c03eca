import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const migrate: Command = {
  help: `"serve" does it too, at each start.\n\n${settingsHelp}`,
  async run(argv) {
    const { settings } = readArguments(argv, process.env);
    const { close, migrated } = await openDatabase(settings, stderrLog);
    await close();
    say(migrated.length === 0 ? 'The tables are up to date.' : `Ran ${migrated.join(', ')}.`);
    return 0;
  },
};
