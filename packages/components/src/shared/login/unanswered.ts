// What happens where a page does not take on that somebody has to sign in. Loaded then.
import '../ui/toast.define.ts';
import type { FmLoginRequiredEvent } from '../events.ts';
import { sayOnce } from '../setup.ts';
import { type Begun, loginAddress, wayBack } from './login-url.ts';
import type { AskingHost, UntakenOptions } from './taken.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

/** The element of the page in which this happens. */
function outermost(host: Element): string {
  const root = host.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('fm-') ? outermost(root.host) : host.localName;
}

function begunBy(host: Element, { act, subject }: FmLoginRequiredEvent): Begun | undefined {
  if (subject === undefined) return undefined;
  const tag = outermost(host);
  if (tag === 'fm-wish-wall') return ['fm-wish', subject];
  if (tag === 'fm-action-signup') return ['fm-action', subject];
  if (act === 'vote') return [tag === 'fm-star-gallery' ? 'fm-contest' : 'fm-round', subject];
  // Of other acts it may be a comment's id.
  return tag === 'fm-project-vote' && (act === 'rate' || act === 'withdraw') ? ['fm-project', subject] : undefined;
}

/** Elements whose button to sign in has been shown. */
const offered = new WeakSet<AskingHost>();

/** Whether somebody pressed something. Before iOS 16.4 browsers do not tell: there what may begin by itself is pressed for once more. */
function isTheirs(host: AskingHost, { act }: FmLoginRequiredEvent): boolean {
  if ('userActivation' in navigator) return navigator.userActivation.hasBeenActive;
  const again = offered.has(host);
  offered.add(host);
  return again || act !== 'check-in';
}

/**
 * Takes whoever has to sign in to the community's `login-url`; without one it says where they can, and to who set the page
 * up what is missing.
 * @returns what takes the words away again; nothing where they are on their way
 */
export function unanswered(
  host: AskingHost,
  event: FmLoginRequiredEvent,
  { giveUp, stays }: Omit<UntakenOptions, 'waits'> = {},
): (() => void) | undefined {
  const { client, lang = '', mode = '', theme = '', loginUrl = '' } = host.community;
  const address = loginAddress(loginUrl, wayBack(location.href, begunBy(host, event)));
  if (address) {
    // Only somebody's own act takes them away: a page that begins by itself, as with a scanned code, would send them
    // back and forth for ever where the sign-in fails.
    if (!stays && isTheirs(host, event)) location.assign(address);
    return undefined;
  }
  const words = lang === 'en' ? en : zhCN;
  sayOnce(words.unanswered);
  const root = host.shadowRoot ?? host;
  root.querySelector('fm-toast[data-unanswered]')?.remove();
  // A modal sheet keeps everything beside it from being pressed, and from being heard.
  const place = root.querySelector('fm-sheet[open]') ?? root;
  const toast = document.createElement('fm-toast');
  toast.dataset['unanswered'] = '';
  Object.assign(toast, { text: words.elsewhere, tone: 'bad', lang, mode, theme });
  const close = (): void => {
    off?.();
    toast.remove();
  };
  const off = client?.session.onChange(() => {
    if (client.session.state === 'signed-in') close();
  });
  toast.addEventListener('fm-toast-close', () => {
    close();
    giveUp?.();
  });
  // Before what the element renders, which it never touches.
  place.prepend(toast);
  return close;
}
