// The portal's own script: its sign-in menu, and how it reads. All that it knows of Five Micro is in `sign-in.js`.
import { followLooks } from './looks.js';
import { offerSignIn } from './sign-in.js';

const day = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', weekday: 'short' });

/** The news of this made-up community is always of these days. */
function dateNews() {
  for (const time of document.querySelectorAll('time[data-days-ago]')) {
    const at = new Date(Date.now() - Number(time.dataset.daysAgo) * 86_400_000);
    const parts = Object.fromEntries(day.formatToParts(at).map(({ type, value }) => [type, value]));
    time.textContent = `${parts.month}月${parts.day}日 ${parts.weekday}`;
    time.dateTime = at.toISOString().slice(0, 10);
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

/** One wish by its address, `?wish=…`: the wall opens it, and once it is closed the address is the wall's again. */
function openWish() {
  const address = new URL(location.href);
  const id = address.searchParams.get('wish');
  const wall = document.querySelector('fm-wish-wall');
  if (!id || !wall) return;
  wall.setAttribute('wish', id);
  address.searchParams.delete('wish');
  wall.addEventListener('fm-sheet-close', () => history.replaceState(history.state, '', address), { once: true });
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

/** One project by its address, `?project=…`, and one round, `?round=…`; once the project is closed the address is the page's again. */
function openProject() {
  const address = new URL(location.href);
  const element = document.querySelector('fm-project-vote');
  if (!element) return;
  for (const name of ['project', 'round']) {
    const value = address.searchParams.get(name);
    if (value) element.setAttribute(name, value);
  }
  address.searchParams.delete('project');
  element.addEventListener('fm-sheet-close', () => history.replaceState(history.state, '', address), { once: true });
}

chooseArea();
chooseOrganisation();
openWish();
openAction();
openProject();
dateNews();
openLinked();
addEventListener('hashchange', openLinked);
followLooks();
offerSignIn();

/** One star by its address, `?star=…`, one nomination, `?nomination=…`, and one contest, `?round=…`; once it is closed the address is the page's again. */
function openStar() {
  const address = new URL(location.href);
  const element = document.querySelector('fm-star-gallery');
  if (!element) return;
  for (const name of ['star', 'nomination', 'round']) {
    const value = address.searchParams.get(name);
    if (value) element.setAttribute(name, value);
    if (name !== 'round') address.searchParams.delete(name);
  }
  element.addEventListener('fm-sheet-close', () => history.replaceState(history.state, '', address), { once: true });
}

openStar();
