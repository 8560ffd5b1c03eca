import { rebuildPoints } from '../points/rebuild.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { PlainError } from './plain-error.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const rebuild: Command = {
  help: `five-micro rebuild points\n\nA server may run beside it on PostgreSQL: its awards wait. The embedded database belongs to one process: stop the server first there.\n\n${settingsHelp}`,
  async run([what, ...argv]) {
    if (what !== 'points') throw new PlainError('Say what: five-micro rebuild points.');
    const { settings } = readArguments(argv, process.env);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false });
    try {
      const { entries } = await rebuildPoints(db, new Date());
      say(`Totals and ranks are counted anew from ${entries} entries.`);
      return 0;
    } finally {
      await close();
    }
  },
};
