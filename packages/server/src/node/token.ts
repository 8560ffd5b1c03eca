import { roles } from '../identity/caller.ts';
import { type Command, say } from './command.ts';
import { openDemoIssuer } from './demo-issuer.ts';
import { PlainError } from './plain-error.ts';
import { mayDemo, readArguments, settingsHelp } from './settings.ts';

const own = ['sub', 'area', 'role', 'name', 'org', 'ttl'] as const;

export const token: Command = {
  help: `  --sub SUB          who: the portal's name for the person
  --area AREA        slug of their home area
  --role ROLE        ${roles.join(', ')}; of another area as worker@yikang; may be repeated
  --name NAME        the person's full name
  --org ORG          slug of an organisation that they represent; may be repeated
  --ttl SECONDS      how long it holds (3600, which is the most)

It needs no database, and works while the server runs and before its first start.

  token explain TOKEN   says in words what a token is worth here, any portal's: what is wrong with it, and why
  token explain -       reads the token, so that it does not stay in the shell's history
  --lang LANG           zh-CN or en; by default the terminal's language
  --api-url URL         asks a running server (…/api/v1) as well, which knows areas and revocations

${settingsHelp}`,
  async run(argv) {
    if (argv[0] === 'explain') return (await import('./explain/explain.ts')).explain(argv.slice(1));
    const { settings, values } = readArguments(argv, process.env, own);
    if (!mayDemo(settings)) {
      throw new PlainError(
        'The demo issuer exists on localhost only, and never beside a real one (ISSUERS_FILE): let the portal sign its tokens.',
      );
    }
    const last = (flag: (typeof own)[number]) => values[flag]?.at(-1);
    const required = (flag: (typeof own)[number]) => {
      const value = last(flag);
      if (!value) throw new PlainError(`--${flag} is missing: "five-micro token --help" says what it takes.`);
      return value;
    };
    const given = values['role'] ?? [];
    required('role');
    for (const role of given) {
      if (!roles.some((known) => known === role.split('@')[0]))
        throw new PlainError(`There is no role "${role}": ${roles.join(', ')}.`);
    }
    const ttl = Number(last('ttl') ?? 3600);
    if (!Number.isInteger(ttl)) throw new PlainError('--ttl must be a whole number of seconds.');
    const issuer = await openDemoIssuer(settings.dataDir, settings.audience);
    say(
      await issuer.sign({
        sub: required('sub'),
        area: required('area'),
        roles: given,
        name: last('name'),
        orgs: values['org'] ?? [],
        ttl,
      }),
    );
    return 0;
  },
};
