import { text } from 'node:stream/consumers';
import type { Language } from '@five-micro/contract';
import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { problemOf, Refusal } from '../../http/problem.ts';
import { createIssuers, type Issuers } from '../../identity/issuers.ts';
import { verifyToken } from '../../identity/tokens.ts';
import { say, stderrLog } from '../command.ts';
import { openDemoIssuer } from '../demo-issuer.ts';
import { openIssuers } from '../issuers-watched.ts';
import { keyShelf } from '../key-shelf.ts';
import { fill, languageOf } from '../language.ts';
import { messageOf, PlainError } from '../plain-error.ts';
import { mayDemo, type NodeSettings, readArguments } from '../settings.ts';
import { type Finding, findingsOf } from './findings.ts';
import { placed } from './placed.ts';
import { en } from './words/en.ts';
import { type Words, zhCN } from './words/zh-CN.ts';

const catalogues: Record<Language, Words> = { 'zh-CN': zhCN, en };
/** Milliseconds for what a running server says. */
const patience = 10_000;
const marks = { good: '✓', bad: '✗', note: '!', unknown: '–' } as const;

/**
 * Says in words what a token is worth here: the verdict as the server would give it, then everything that was looked
 * at. The exit code is 0 where it is accepted.
 */
export async function explain(argv: readonly string[]): Promise<number> {
  const [given, ...flags] = argv;
  if (given === undefined || given.startsWith('--'))
    throw new PlainError('Which token? five-micro token explain TOKEN, or - to read it.');
  const { settings, values } = readArguments([...flags], process.env, ['lang', 'api-url']);
  const language = languageOf(values['lang']?.at(-1), process.env);
  const words = catalogues[language];
  const token = bare(given === '-' ? await text(process.stdin) : given);
  const expected = { issuers: await issuersOf(settings), audience: settings.audience, now: new Date() };

  const findings = await findingsOf(token, expected);
  const url = values['api-url']?.at(-1);
  const manner = { language, asksServer: url !== undefined };
  const inPlace = await placed(settings, manner, known(token, expected.issuers));
  const refusal = (await refusalOf(token, expected)) ?? inPlace.refusal;

  if (refusal instanceof Refusal) {
    const { detail } = problemOf(refusal, language, '');
    say(fill(words.refused, { code: refusal.code, detail: detail ?? '' }));
  } else say(refusal === 'none' ? words.accepted : words.acceptedSoFar);
  say('');
  for (const one of [...findings, ...inPlace.findings]) for (const line of linesOf(one, words)) say(line);
  const asked = url === undefined ? undefined : await ask(url, token, language, words);
  if (asked) say(`\n${fill(words.server, { url: url ?? '', words: asked.words })}`);
  return asked ? Number(!asked.accepted) : Number(refusal instanceof Refusal);
}

/** What people copy along with a token. */
const bare = (given: string) =>
  given
    .trim()
    .replace(/^(authorization:\s*)?bearer\s+/i, '')
    .replace(/^["']|["']$/g, '');

async function issuersOf(settings: NodeSettings): Promise<Issuers> {
  if (settings.issuersFile !== null) {
    const { dataDir } = settings;
    const ports = { clock: () => new Date(), fetch: globalThis.fetch, shelf: keyShelf(dataDir), log: stderrLog };
    return openIssuers(settings.issuersFile, ports);
  }
  return createIssuers(mayDemo(settings) ? [(await openDemoIssuer(settings.dataDir, settings.audience)).config] : []);
}

function known(token: string, issuers: Issuers) {
  try {
    const payload = decodeJwt(token);
    const issuer = issuers.get(payload.iss ?? '');
    return issuer && { issuer, payload };
  } catch {
    return undefined;
  }
}

/** The server's own verdict, as far as it needs no database. */
async function refusalOf(
  token: string,
  { issuers, audience, now }: Parameters<typeof findingsOf>[1],
): Promise<Refusal | undefined> {
  try {
    await verifyToken(token, issuers, audience, now);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function linesOf({ check, verdict, says, params, hints }: Finding, words: Words): string[] {
  return [
    `${marks[verdict]} ${words.checks[check]}: ${fill(words.says[says], params)}`,
    ...hints.map((hint) => `    ${words.hints[hint]}`),
  ];
}

/** A member, or a problem. */
const said = z.object({ name: z.nullish(z.string()), detail: z.nullish(z.string()), code: z.nullish(z.string()) });

/** Asks a running server what it makes of the token. */
async function ask(
  apiUrl: string,
  token: string,
  language: Language,
  words: Words,
): Promise<{ accepted: boolean; words: string }> {
  try {
    const response = await fetch(`${apiUrl.replace(/\/+$/, '')}/me`, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': language },
      // It is for the server that was named, and for none that it names.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const { name, detail, code } = said.parse(await response.json());
    return response.ok
      ? { accepted: true, words: fill(words.serverAccepts, { name: name ?? '–' }) }
      : { accepted: false, words: `${detail ?? '–'} (${code ?? '–'})` };
  } catch (error) {
    return { accepted: false, words: fill(words.serverSilent, { error: messageOf(error) }) };
  }
}
