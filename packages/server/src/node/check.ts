import { checkDatabase } from '../check.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const check: Command = {
  help: `Ends with 1 when something differs. The embedded database belongs to one process: stop the server first there.\n\n${settingsHelp}`,
  async run(argv) {
    const { settings } = readArguments(argv, process.env);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false });
    try {
      const { wishes, actions, rounds, projects, stars, entries, differences } = await checkDatabase(db, new Date());
      for (const { subject, what, stored, recomputed } of differences)
        say(`${subject}: ${what} is ${stored}, events and ledger say ${recomputed}`);
      say(
        differences.length === 0
          ? `${wishes} wishes agree with their events, ${actions} actions with who came, ${rounds} rounds with their ballots and digests, ${projects} projects with what was said of them, ${stars} stars with who agreed, totals and ranks with ${entries} entries of the ledger.`
          : `Differences: ${differences.length}, in wishes (${wishes}), actions (${actions}), rounds (${rounds}), projects (${projects}), stars (${stars}) and entries of the ledger (${entries}).`,
      );
      return differences.length === 0 ? 0 : 1;
    } finally {
      await close();
    }
  },
};
