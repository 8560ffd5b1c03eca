import { sample } from '../sample/index.ts';
import { seedSample } from '../sample/seed.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { demoIssuerName } from './demo-issuer.ts';
import { portsFor, readPicture } from './server.ts';
import { readArguments, settingsHelp } from './settings.ts';

export const seed: Command = {
  help: `"serve" does it too, where the demo sign-in exists and the database is empty.\n\n${settingsHelp}`,
  async run(argv) {
    const { settings } = readArguments(argv, process.env);
    const database = await openDatabase(settings, stderrLog);
    try {
      const ports = await portsFor(settings, database, stderrLog);
      const seeded = await seedSample(ports, sample, { issuer: demoIssuerName, picture: readPicture });
      say(
        seeded
          ? `Put in ${sample.wishes.length} wishes of ${sample.members.length} people.`
          : 'There are areas already: nothing was changed.',
      );
      return 0;
    } finally {
      await database.close();
    }
  },
};
