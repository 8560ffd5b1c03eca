import { revokeIssuer, revokeMember } from '../members/statements.ts';
import { isUuid } from '../ids.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { demoIssuerName } from './demo-issuer.ts';
import { readIssuers } from './issuers-file.ts';
import { PlainError } from './plain-error.ts';
import { type NodeSettings, readArguments, settingsHelp } from './settings.ts';

export const revoke: Command = {
  help: `  --member ID        the member, by the id that the desk shows
  --issuer ISS       the portal, as its tokens' "iss" names it: all its tokens

Tokens issued until now are refused with their next request, and open streams end within 20 seconds. New tokens are as
good as before, a minute later: by so much clocks may differ. With PostgreSQL it works beside running servers. The embedded database belongs to one process at a
time: end a member's sign-ins at the worker desk there, or stop the server first.

${settingsHelp}`,
  async run(argv) {
    const { settings, values } = readArguments(argv, process.env, ['member', 'issuer']);
    const [member, issuer] = [values['member']?.at(-1), values['issuer']?.at(-1)];
    if ((member === undefined) === (issuer === undefined))
      throw new PlainError('Say whose tokens: --member ID or --issuer ISS, one of them.');
    if (member !== undefined && !isUuid(member)) throw new PlainError(`"${member}" is no member's id.`);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false });
    const at = new Date();
    try {
      if (member !== undefined) {
        const revoked = await db.transaction().execute((trx) => revokeMember(trx, { id: member, actorId: null, at }));
        if (revoked === undefined) throw new PlainError(`There is no member ${member}: erased, merged, or never here.`);
      }
      if (issuer !== undefined && !(await revokeIssuer(db, issuer, await areaOf(issuer, settings), at)))
        throw new PlainError(`The issuer ${issuer} is not known: neither in the database nor in ISSUERS_FILE.`);
      say(`Tokens of ${member ?? issuer} issued before ${at.toISOString()} are refused, and new ones for another minute.`);
      return 0;
    } finally {
      await close();
    }
  },
};

/** The area that an issuer speaks for, where the settings know it; one that was never revoked has no row yet. */
async function areaOf(iss: string, { issuersFile }: NodeSettings): Promise<string | undefined> {
  if (iss === demoIssuerName || issuersFile === null) return undefined;
  return (await readIssuers(issuersFile)).find((one) => one.iss === iss)?.area;
}
