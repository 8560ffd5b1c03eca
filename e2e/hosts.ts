import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const require = createRequire(import.meta.url);
const text = (path: string): string => readFileSync(path, 'utf8');

/** What the worst stylesheet of a page says to everything on it, at the strength of its own words. */
export const hostileStyles = `
  * { box-sizing: content-box; font: 8px serif; color: red !important }
  button, dialog { display: none }
  * { text-transform: uppercase; text-indent: 3em; text-shadow: 0 0 6px red; letter-spacing: .4em; word-spacing: 2em;
    white-space: nowrap; font-variant: small-caps; font-style: italic; font-weight: 900; line-height: 1; text-align: right;
    word-break: break-all; hyphens: auto; list-style: square; cursor: none; tab-size: 1; quotes: none; font-stretch: expanded;
    border-collapse: collapse; caption-side: bottom; empty-cells: hide; text-emphasis: dot red;
    -webkit-text-stroke: 1px red; paint-order: stroke; font-feature-settings: 'smcp'; font-kerning: none; }
  div, section, ul, li, p, span, svg { float: left; width: 30px; margin: 20px; border: 5px solid red; overflow: hidden }
  a, input, textarea, label { display: none; opacity: 0 }
`;

/** Bootstrap 3 with jQuery, as many a portal still has them. */
export const bootstrap = {
  styles: text(require.resolve('bootstrap/dist/css/bootstrap.css')),
  files: {
    '/own-jquery.js': text(require.resolve('jquery/dist/jquery.js')),
    '/own-bootstrap.js': text(require.resolve('bootstrap/dist/js/bootstrap.js')),
  },
  head: '<script src="/own-jquery.js"></script><script src="/own-bootstrap.js"></script>',
};

/** What libraries such as Prototype.js and MooTools do to built-ins: enumerable, for every script of the page. */
export const prototypeScript = `
  function $A(iterable) {
    if (!iterable) return [];
    var length = iterable.length || 0, results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  }
  Array.from = $A;
  Array.prototype.each = function (iterator) { for (var i = 0; i < this.length; i++) iterator(this[i], i); return this; };
  Array.prototype.first = function () { return this[0]; };
  Array.prototype.last = function () { return this[this.length - 1]; };
  Array.prototype.clear = function () { this.length = 0; return this; };
  Array.prototype.entries = function () { return $A(this); };
  Array.prototype.find = Array.prototype.detect = function (iterator, context) {
    for (var i = 0; i < this.length; i++) if (iterator.call(context, this[i], i)) return this[i];
  };
  Array.prototype.include = function (one) { return this.indexOf(one) >= 0; };
  Array.prototype.toJSON = function () {
    return '[' + $A(this).map(function (one) { return JSON.stringify(one); }).join(', ') + ']';
  };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Number.prototype.toJSON = function () { return String(this); };
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
  Element.prototype.update = function (text) { this.textContent = text; return this; };
  Element.prototype.hide = function () { this.style.display = 'none'; return this; };
  Element.prototype.show = function () { this.style.display = ''; return this; };
  Element.prototype.visible = function () { return this.style.display !== 'none'; };
  Element.prototype.select = Element.prototype.getElementsBySelector = function (selector) { return $A(this.querySelectorAll(selector)); };
  Function.prototype.bind = (function (bind) {
    return function (context) {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      return bind.apply(this, arguments);
    };
  })(Function.prototype.bind);
  window.Hash = function (values) { this.values = values; };
  window.$ = function (id) { return document.getElementById(id); };
  window.Template = function () {};
`;

export interface Look {
  [what: string]: Record<string, string | number>;
}

const inherited = [
  ...['color', 'font-size', 'font-style', 'font-weight', 'font-variant', 'font-stretch', 'line-height', 'letter-spacing'],
  ...['word-spacing', 'text-transform', 'text-indent', 'text-shadow', 'text-align', 'text-decoration-line', 'white-space'],
  ...['word-break', 'hyphens', 'cursor', 'direction', 'visibility', 'display', 'box-sizing', 'background-color', 'opacity'],
  ...['-webkit-text-stroke-width', 'font-feature-settings', 'font-kerning', 'text-emphasis-style', 'list-style-type'],
];

/** How parts of our elements look: computed styles and the size of their boxes in CSS pixels, to be held against another page's. */
export const lookOf = (page: Page, host: string, parts: Record<string, string>): Promise<Look> =>
  page
    .locator(host)
    .first()
    .evaluate(
      (element, { parts, inherited }) => {
        const look: Look = {};
        for (const [name, selector] of Object.entries(parts)) {
          const part = element.shadowRoot?.querySelector(selector);
          if (!(part instanceof HTMLElement)) throw new Error(`Nothing matches ${selector}`);
          const style = getComputedStyle(part);
          look[name] = { width: part.offsetWidth, height: part.offsetHeight };
          for (const property of inherited) look[name][property] = style.getPropertyValue(property);
        }
        return look;
      },
      { parts, inherited },
    );

const headedTags = ['fm-wish-wall', 'fm-member-card', 'fm-worker-desk', 'fm-organisation'];
/** One of the five, and the three others that have a heading of their own, also before anybody has signed in. */
export const headed = {
  tags: headedTags,
  inside: headedTags.map((tag) => `<${tag} organisation="yikang-branch-2"></${tag}>`).join(''),
  /** Pictures of their headings, in that order. */
  pictures: (page: Page): Promise<string[]> =>
    Promise.all(
      headedTags.map(async (tag) => {
        const heading = page.locator(tag).locator('[role="heading"], .title').first();
        return (await heading.screenshot()).toString('base64');
      }),
    ),
};

/** What the elements might leave behind on a page that has them: names on the window, styles, things in the head. */
export const tracesOn = (page: Page) =>
  page.evaluate(() => ({
    names: Object.getOwnPropertyNames(window).sort(),
    symbols: Object.getOwnPropertySymbols(window).map((symbol) => symbol.description?.replace(/ .*/, '')),
    head: [...document.head.children].map(({ localName }) => localName),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    root: document.documentElement.getAttributeNames().concat(document.body.getAttributeNames()),
    builtIns: [Array, JSON, History.prototype, EventTarget.prototype, Node.prototype, Document.prototype]
      .flatMap((one) => Object.values(Object.getOwnPropertyDescriptors(one)))
      .map(({ value }: PropertyDescriptor) => String(value)),
  }));

export const note = (page: Page) => page.locator('fm-wish-wall .want button').first();
export const sheet = (page: Page) => page.locator('fm-sheet[open]').last();
export const close = (page: Page) => sheet(page).getByRole('button', { name: '关闭' });

/** How the wall and a wish over it look. Ends with the wish closed, by the keyboard. */
export async function looks(page: Page): Promise<{ wall: Look; sheet: Look }> {
  const { note: paper, ...parts } = { root: '.fm', note: 'li.note', want: '.note .want', button: '.note .btn', title: '.title' };
  const wallLook = await lookOf(page, 'fm-wish-wall', { note: paper, ...parts });
  // With the keyboard alone: to the first note, into it, out of it, and back where one was.
  await note(page).focus();
  await page.keyboard.press('Enter');
  await close(page).waitFor();
  await page.locator('fm-wish-detail[data-state="ready"]').waitFor({ state: 'attached' });
  await page.locator('fm-wish-detail .steps li').first().waitFor();
  const sheetLook = await lookOf(page, 'fm-sheet[open]', { dialog: 'dialog', close: '.close', scroll: '.scroll' });
  await page.keyboard.press('Escape');
  await closed(page);
  return { wall: wallLook, sheet: sheetLook };
}

export const closed = (page: Page) => page.locator('fm-sheet[open]').first().waitFor({ state: 'detached' });
