import { DocsContext, Primary, Title, useOf } from '@storybook/addon-docs/blocks';
import manifest from 'virtual:five-micro/manifest';
import { createElement, Fragment, type ReactElement, useContext } from 'react';
import { described } from '../words/described.ts';
import { wordsIn } from '../words/say.ts';
import { nameIn, titleIn } from '../words/titled.ts';
import { linkTo, useLanguage } from './toolbar.ts';
import './api-tables.ts';

const summaryOf = (tag: string): string | undefined =>
  manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag)?.summary;

/** `ElderDark` is not what a designer calls it, but its name in the sidebar is. */
function Stories(): ReactElement {
  const { componentStories } = useContext(DocsContext);
  const lang = useLanguage();
  return createElement(
    'ul',
    { className: 'all-stories sb-unstyled' },
    componentStories().map(({ id, name }) =>
      createElement('li', { key: id }, createElement('a', { href: linkTo(id), target: '_top' }, nameIn(lang, id, name))),
    ),
  );
}

/** One page for each element: what it is, how it looks, all its states to open, and what a page can rely on. */
export default function ElementPage(): ReactElement {
  const { preparedMeta } = useOf<'meta'>('meta', ['meta']);
  const lang = useLanguage();
  const tag = String(preparedMeta.component ?? '');
  return createElement(
    Fragment,
    null,
    createElement('p', { className: 'kicker' }, titleIn(lang, preparedMeta.title).replace('/', ' · ')),
    createElement(Title, null, `<${tag}>`),
    createElement('p', null, described(lang, summaryOf(tag))),
    createElement(Primary),
    createElement('h2', null, wordsIn(lang).page.all),
    createElement(Stories),
    createElement('sb-api', { tag }),
  );
}
