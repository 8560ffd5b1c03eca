import '../../shared/elements.ts';
import { getToken, signIn, signOut } from '../../shared/portal.ts';

/** The one element of a kind on this page, with its own type: tags of Five Micro are known to TypeScript. */
function the<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, having = ''): HTMLElementTagNameMap[Tag] {
  const found = document.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}${having}`);
  if (!found) throw new Error(`There is no ${tag}${having}.`);
  return found;
}

const community = the('fm-community');
const sign = the('button', '[data-sign]');
let who: string | null = null;

function show(): void {
  the('span', '[data-who]').textContent = who;
  sign.textContent = who === null ? '登录' : '退出';
}

async function enter(): Promise<void> {
  who = await signIn();
  show();
  await community.signedIn();
}

async function leave(): Promise<void> {
  await signOut();
  who = null;
  show();
  await community.signedOut();
}

community.getToken = getToken;
sign.addEventListener('click', () => void (who === null ? enter() : leave()));
// Events leave their elements, and can be heard anywhere above them.
document.addEventListener('fm-login-required', (event) => event.waitUntil(enter()));

the('fm-wish-wall').addEventListener('fm-wish-open', (event) => {
  // This page would show the wish on a page of its own.
  event.preventDefault();
  the('p', '[role=status]').textContent = `打开了：${event.wish.title}`;
});

the('input', '[data-elder]').addEventListener('change', ({ currentTarget }) => {
  community.mode = currentTarget instanceof HTMLInputElement && currentTarget.checked ? 'elder' : 'normal';
});

the('select', '[data-period]').addEventListener('change', ({ currentTarget }) => {
  the('fm-points-leaderboard').period =
    currentTarget instanceof HTMLSelectElement && currentTarget.value === 'month' ? 'month' : 'all';
});
