// The portal's own script: its sign-in menu, and how it reads. All that it knows of Five Micro is in `sign-in.js`.
import { followLooks } from './looks.js';
import { offerSignIn } from './sign-in.js';

/** Of this community, wherever the browser stands. */
const timeZone = 'Asia/Shanghai';
const day = new Intl.DateTimeFormat('zh-CN', { timeZone, month: 'numeric', day: 'numeric', weekday: 'short' });
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** The news of this made-up community is always of these days. */
function dateNews() {
  for (const time of document.querySelectorAll('time[data-days-ago]')) {
    const at = new Date(Date.now() - Number(time.dataset.daysAgo) * 86_400_000);
    const parts = Object.fromEntries(day.formatToParts(at).map(({ type, value }) => [type, value]));
    time.textContent = `${parts.month}月${parts.day}日 ${parts.weekday}`;
    time.dateTime = isoDay.format(at);
  }
}

/** A link to a piece of news or guidance opens it. */
function openLinked() {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (target instanceof HTMLDetailsElement) target.open = true;
}

/** The desk's page serves more than one area; which one stands in its address. */
function chooseArea() {
  const links = [...document.querySelectorAll('a[data-area]')];
  const wanted = new URLSearchParams(location.search).get('area');
  const chosen = links.find((link) => link.dataset.area === wanted) ?? links[0];
  if (!chosen) return;
  chosen.setAttribute('aria-current', 'page');
  for (const community of document.querySelectorAll('fm-community')) community.setAttribute('area', chosen.dataset.area);
}

/** A page about one thing is told which by its address: `?organisation=yikang-branch-2`. */
function chooseOrganisation() {
  const slug = new URLSearchParams(location.search).get('organisation');
  if (slug) for (const page of document.querySelectorAll('fm-organisation')) page.setAttribute('organisation', slug);
}

/** What an address can name, by the element that shows it. A round is what the page is about; it stays in the address. */
const named = [
  { element: 'fm-wish-wall', opened: ['wish'], about: [] },
  { element: 'fm-project-vote', opened: ['project'], about: ['round'] },
  { element: 'fm-star-gallery', opened: ['star', 'nomination'], about: ['round'] },
];

/** One thing by its address, `?wish=…`: the element opens it, and once it is closed the address is the page's again. */
function openNamed() {
  for (const { element, opened, about } of named) {
    const shown = document.querySelector(element);
    if (!shown) continue;
    const address = new URL(location.href);
    for (const name of [...opened, ...about]) {
      const value = address.searchParams.get(name);
      if (value) shown.setAttribute(name, value);
    }
    if (!opened.some((name) => address.searchParams.has(name))) continue;
    for (const name of opened) address.searchParams.delete(name);
    shown.addEventListener('fm-sheet-close', () => history.replaceState(history.state, '', address), { once: true });
  }
}

/** A contest that is shown in the gallery's place is what the page is about: its address is one to pass on. */
function followContest() {
  const gallery = document.querySelector('fm-star-gallery');
  const say = (id) => {
    const address = new URL(location.href);
    if (id) address.searchParams.set('round', id);
    else address.searchParams.delete('round');
    history.replaceState(history.state, '', address);
  };
  gallery?.addEventListener('fm-round-open', ({ round }) => say(round.id));
  gallery?.addEventListener('fm-round-close', () => say(''));
}

/**
 * One action by its address, `?action=…`; a check-in screen's QR code has the digits in it too, `&code=…`. They are
 * taken out of the address at once: neither a reload nor a link that is passed on should check anyone in.
 */
function openAction() {
  const address = new URL(location.href);
  const element = document.querySelector('fm-action-signup');
  if (!element) return;
  for (const name of ['action', 'code']) {
    const value = address.searchParams.get(name);
    if (!value) continue;
    element.setAttribute(name, value);
    address.searchParams.delete(name);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

chooseArea();
chooseOrganisation();
openNamed();
openAction();
followContest();
dateNews();
openLinked();
addEventListener('hashchange', openLinked);
followLooks();
offerSignIn();
