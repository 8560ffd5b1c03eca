import type { FmLoginRequiredEvent } from '../../shared/events.ts';
import { loginAddress } from '../../shared/login/login-url.ts';
import { isTaken } from '../../shared/login/taken.ts';
import { found, type Outcome } from './finding.ts';
import type { Asker } from './server.ts';

/** What became of it when somebody had to sign in; nobody has had to yet. */
export type Asked = 'taken' | 'untaken' | undefined;

/** Tells what the page does about it, once all of its listeners have had their turn. */
export function watchLogins(tell: (asked: Asked) => void): () => void {
  const heard = (event: FmLoginRequiredEvent): void => queueMicrotask(() => tell(isTaken(event) ? 'taken' : 'untaken'));
  // Before the page's own, which may let nobody else hear of it.
  window.addEventListener('fm-login-required', heard, true);
  return () => window.removeEventListener('fm-login-required', heard, true);
}

/** Where people go who have to sign in; nothing where nobody can. */
export function examineLogin({ loginUrl, tokenUrl, getToken }: Asker, asked: Asked): Outcome[] {
  const isGood = loginAddress(loginUrl, '/') !== undefined;
  if (loginUrl && !isGood) return [found('login', [{ kind: 'login-url', values: { url: loginUrl, back: '{back}' } }])];
  const isAsked = tokenUrl !== '' || getToken !== undefined;
  if (isGood && !isAsked) return [found('login', [{ kind: 'login-no-token', values: {} }])];
  if (isGood && !loginUrl.includes('{back}')) return [found('login', [{ kind: 'login-no-back', values: { back: '{back}' } }])];
  if (isGood) return [found('login', [])];
  if (!isAsked) return [];
  if (asked === 'taken') return [found('login', [], 'page')];
  return [found('login', [{ kind: asked ? 'login-unanswered' : 'login-nowhere', values: { back: '{back}' } }])];
}
