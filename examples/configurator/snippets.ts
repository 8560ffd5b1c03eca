// What a webmaster pastes, for each kind of page. The one source of it: docs/drop-in.md says the same, which a test sees to.

/** The elements that can be chosen, in the order in which they are pasted, as people call them. */
export const elements = {
  'wish-wall': { 'zh-CN': '微心愿墙', en: 'The wish wall' },
  'action-signup': { 'zh-CN': '微行动', en: 'The list of actions' },
  'project-vote': { 'zh-CN': '微实事', en: 'The list of projects' },
  'points-leaderboard': { 'zh-CN': '积分榜', en: 'The points ranking' },
  'star-gallery': { 'zh-CN': '微星光', en: 'The star gallery' },
  'member-card': { 'zh-CN': '我的名片', en: 'Your own card' },
  organisation: { 'zh-CN': '组织的主页', en: "The organisation's page" },
  'worker-desk': { 'zh-CN': '社工台', en: 'The worker desk' },
} as const;
export type ElementName = keyof typeof elements;
type Attributes = readonly (readonly [name: string, value: string])[];

export const targets = ['html', 'react', 'vue', 'wordpress', 'wechat'] as const;
export type Target = (typeof targets)[number];

export interface Choice {
  elements: readonly ElementName[];
  /** Attributes of the elements themselves. */
  own?: Partial<Record<ElementName, Attributes>> | undefined;
  area: string;
  theme: '' | 'neutral' | 'party' | 'spring';
  lang: 'zh-CN' | 'en';
  mode: 'normal' | 'elder';
  /** Origin of the server where the page is on another website; empty where both are one. */
  server: string;
  tokenUrl: string;
  /** Where people sign in; without it the page has a script that does. */
  loginUrl?: string | undefined;
  /** How the community can be reached when the elements cannot be loaded. */
  contact: string;
  /** A file that never changes, below `/embed/`; without it the address that stays. */
  pinned?: { path: string; integrity: string } | undefined;
}

/** What stands in quotes: in HTML, JSX and Vue alike. */
const quoted = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** And between tags, where braces begin an expression in JSX and Vue. */
const escaped = (text: string) => quoted(text).replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`);
const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** Those that follow from a build of one's own bring their code with them. */
export const isBundled = (target: Target): boolean => target === 'react' || target === 'vue';

/** What is left out is what holds without it. */
export function attributesOf({
  server,
  area,
  lang,
  theme,
  mode,
  tokenUrl,
  loginUrl = '',
}: Choice): [name: string, value: string][] {
  const all: [string, string][] = [
    ['api-url', `${server}/api/v1`],
    ['area', area],
    ['lang', lang === 'en' ? lang : ''],
    ['theme', theme],
    ['mode', mode === 'elder' ? mode : ''],
    ['token-url', tokenUrl],
    ['login-url', loginUrl],
  ];
  return all.filter(([, value]) => value !== '');
}

/** A number in what the webmaster wrote is one press away: who reads this may have nothing else on that page. */
const callable = (contact: string) =>
  escaped(contact).replace(/\d[\d -]{5,}\d/, (number) => `<a href="tel:${number.replace(/\D/g, '')}">${number}</a>`);

/**
 * Shown until an element is ready, and where it cannot be loaded or reached: says whom to call.
 * @returns HTML
 */
function meanwhile(name: ElementName, { lang, ...choice }: Choice): string {
  const what = elements[name][lang];
  // One line, whatever the community wrote: where a line begins matters to PHP.
  const contact = choice.contact.replace(/\s+/g, ' ').trim();
  return lang === 'en'
    ? `${what}. If it does not open: ${callable(contact || 'ask the social workers of your community')}.`
    : `这里是${what}。打不开时，请找：${callable(contact || '社区里的社工')}。`;
}

/** One that is only there or not has no value. */
const written = (attributes: Attributes): string =>
  attributes.map(([name, value]) => ` ${name}${value && `="${quoted(value)}"`}`).join('');

function community(choice: Choice): string {
  const children = choice.elements.map(
    (name) => `<fm-${name}${written(choice.own?.[name] ?? [])}>\n  <p>${meanwhile(name, choice)}</p>\n</fm-${name}>`,
  );
  return `<fm-community${written(attributesOf(choice))}>\n${indented(children.join('\n'), '  ')}\n</fm-community>`;
}

export function scriptTag({ server, pinned }: Choice): string {
  if (!pinned) return `<script type="module" src="${server}/embed/five-micro.js"></script>`;
  return `<script type="module" src="${server}/embed/${pinned.path}" integrity="${pinned.integrity}" crossorigin="anonymous"></script>`;
}

const imports = (choice: Choice) =>
  ['community', ...choice.elements].map((name) => `import '@five-micro/components/${name}';`).join('\n');

const html = (choice: Choice) => `${scriptTag(choice)}\n\n${community(choice)}\n`;

const react = (choice: Choice) => `import type {} from '@five-micro/components/react';
${imports(choice)}

export function FiveMicro() {
  return (
${indented(community(choice), '    ')}
  );
}
`;

const vue = (
  choice: Choice,
) => `<!-- vite.config.ts: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('fm-') } } }) -->
<script setup lang="ts">
import type {} from '@five-micro/components/vue';
${imports(choice)}
</script>

<template>
${indented(community(choice), '  ')}
</template>
`;

const wordpress = (choice: Choice) => `<?php
/*
 * Plugin Name: Five Micro
 * Description: [five_micro]
 */
defined('ABSPATH') || exit;

add_shortcode('five_micro', function () {
    return <<<'HTML'
${html(choice)}HTML;
});
`;

const wechat = (choice: Choice) => `<!doctype html>
<html lang="${choice.lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <title>${choice.elements.map((name) => elements[name][choice.lang]).join(' · ')}</title>
    <link rel="stylesheet" href="five-micro.css" />
    ${scriptTag(choice)}
  </head>
  <body>
${indented(community(choice), '    ')}
  </body>
</html>
`;

const snippets: Record<Target, (choice: Choice) => string> = { html, react, vue, wordpress, wechat };

/** What to paste. */
export const snippetFor = (target: Target, choice: Choice): string => snippets[target](choice);

/** Room for what comes, so that nothing below jumps. */
export function styleFor(names: readonly ElementName[]): string {
  const list = names.map((name) => `fm-${name}`).join(', ');
  return `${list} { display: block; }\n:is(${list}):not([compact]) { min-height: 100vh; }\n`;
}

/** For a page that signs people in by a box of its own. */
export const loginScript = `document.addEventListener('fm-login-required', (event) => {
  event.preventDefault(); // the page says it in its own words
  event.waitUntil(openLoginBox()); // resolves once they are signed in; rejects when they close it
});
`;

/** The strictest policy that is enough, in one line. */
export function policyFor(server: string, target: Target = 'html'): string {
  const also = server && ` ${server}`;
  return [
    "default-src 'none'",
    `script-src 'self'${isBundled(target) ? '' : also}`,
    "style-src 'self'",
    `img-src 'self'${also} blob: data:`,
    `connect-src 'self'${also}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}
