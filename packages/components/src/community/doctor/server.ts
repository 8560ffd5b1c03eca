import { createCore, type FiveMicroCore, type GetToken, isFiveMicroError, tokenFromUrl } from '@five-micro/sdk';
import { fetchEarly } from '../../shared/early.ts';
import { toLang } from '../../shared/options.ts';
import { type Place, setupProblem, setupText } from '../../shared/setup.ts';
import { parsed } from './address.ts';
import { type Finding, found, type Outcome } from './finding.ts';

/** What of `fm-community` matters here. */
export interface Asker extends Place {
  readonly tokenUrl: string;
  readonly getToken: GetToken | undefined;
  readonly loginUrl: string;
}

/** How long one answer may take, in milliseconds. */
const patience = 6_000;

/** A client of its own: what the elements have is not touched. It tries again without a pause, since somebody waits. */
const clientOf = ({ apiUrl, area, lang }: Asker, getToken?: GetToken): FiveMicroCore =>
  createCore({ apiUrl, area, lang: toLang(lang), fetch: fetchEarly, timeout: patience, random: () => 0, getToken });

const kindOf = {
  'no-provider': 'no-api-url',
  'no-area': 'no-area',
  'api-url': 'api-url',
  area: 'area',
  origin: 'origin',
  'token-url': 'token-url',
  token: 'token',
  'token-clock': 'token-clock',
} as const;

function findingOf(error: unknown, place: Place): Finding {
  const problem = setupProblem(error);
  if (!problem) return { kind: 'server', values: { text: error instanceof Error ? error.message : String(error) } };
  return { kind: kindOf[problem], values: { text: setupText(problem, place, error) } };
}

/** Safari before 16 has no `AbortSignal.timeout`. */
function abortedAfter(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
}

/** A page that may not read an answer cannot know whether there was one; a request without reading can. */
const answersAnybody = (url: string): Promise<boolean> =>
  fetchEarly(url, { mode: 'no-cors', cache: 'no-store', signal: abortedAfter(patience) }).then(
    () => true,
    () => false,
  );

async function serverFinding(asker: Asker): Promise<Finding | undefined> {
  const { apiUrl, area } = asker;
  if (!apiUrl) return { kind: 'no-api-url', values: {} };
  if (!area) return { kind: 'no-area', values: { text: setupText('no-area', asker) } };
  const url = parsed(apiUrl, document.baseURI);
  if (!url) return { kind: 'api-url', values: { text: setupText('api-url', asker) } };
  if (isSecureContext && location.protocol === 'https:' && url.protocol === 'http:' && !/^(?:localhost|127\.)/.test(url.hostname))
    return { kind: 'mixed', values: { url: url.origin } };
  try {
    await clientOf(asker).areas.get();
    return undefined;
  } catch (error) {
    if (!isFiveMicroError(error) || !error.code.startsWith('network.')) return findingOf(error, asker);
    if (url.origin !== location.origin && (await answersAnybody(url.href))) {
      // What is no API allows no page to read it either.
      const kind = /\/api\/v\d+\/?$/.test(url.pathname) ? 'origin' : 'api-url';
      return { kind, values: { text: setupText(kind, asker) } };
    }
    return { kind: 'unreachable', values: { url: url.href } };
  }
}

async function tokenOutcome(asker: Asker): Promise<Outcome> {
  const getToken = asker.getToken ?? (asker.tokenUrl ? tokenFromUrl(asker.tokenUrl, fetchEarly) : undefined);
  if (!getToken) return found('token', [], 'none');
  const client = clientOf(asker, getToken);
  try {
    if (!(await client.session.check())) return found('token', [], 'nobody');
    await client.areas.get();
    return found('token', []);
  } catch (error) {
    return found('token', [findingOf(error, asker)]);
  }
}

/** Whether the server can be reached and knows this page, and whether it takes the portal's token. */
export async function examineServer(asker: Asker): Promise<Outcome[]> {
  const finding = await serverFinding(asker);
  if (finding) return [found('server', [finding]), found('token', [], 'skipped')];
  return [found('server', []), await tokenOutcome(asker)];
}
