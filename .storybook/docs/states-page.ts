import manifest from 'virtual:five-micro/manifest';
import { createElement, type ReactElement } from 'react';
import { elements, rows, storyOf } from '../../stories/setting/matrix.ts';
import { wordsIn } from '../words/say.ts';
import { storyNames } from '../words/zh/stories.ts';
import { linkTo, useLanguage } from './toolbar.ts';

const isPublished = (tag: string) =>
  manifest.modules.some(({ declarations }) => declarations.some(({ tagName }) => tagName === tag));
const cell = (id: string, name: string) => createElement('a', { href: linkTo(id), target: '_top', 'aria-label': name }, '●');

/** All states and looks that an element has to have, each leading to its story. */
export function StatesPage(): ReactElement {
  const lang = useLanguage();
  const words = wordsIn(lang);
  const all = Object.keys(elements).filter((element) => isPublished(`fm-${element}`));
  const called = (element: string) => (lang === 'en' ? `fm-${element}` : storyNames[element]);
  return createElement(
    'div',
    { className: 'sideways', tabIndex: 0, role: 'region', 'aria-label': words.page.all },
    createElement(
      'table',
      { className: 'every-state' },
      createElement(
        'thead',
        null,
        createElement(
          'tr',
          null,
          createElement('th', { scope: 'col' }, words.page.look),
          all.map((element) => createElement('th', { key: element, scope: 'col' }, called(element))),
        ),
      ),
      createElement(
        'tbody',
        null,
        rows.map((row) =>
          createElement(
            'tr',
            { key: row },
            createElement('th', { scope: 'row' }, words.rows[row]),
            all.map((element) =>
              createElement('td', { key: element }, cell(storyOf(element, row), `${called(element)}: ${words.rows[row]}`)),
            ),
          ),
        ),
      ),
    ),
  );
}
