import { useEffect, useState } from 'react';
import { type API, useGlobals, useStorybookApi, useStorybookState } from 'storybook/manager-api';
import { type Language, languageOf } from '../words/language.ts';
import { nameIn, titleIn } from '../words/titled.ts';
import { titles } from '../words/zh/titles.ts';

type Index = NonNullable<ReturnType<typeof useStorybookState>['internal_index']>;

/** Of an index in another language, the one that was served: its names are those in the files. */
const served = new WeakMap<Index, { index: Index; lang: Language }>();

function inLanguage(index: Index, lang: Language): Index {
  const entries = Object.values(index.entries).map((entry) => {
    const name =
      lang === 'en' ? entry.name : `${nameIn(lang, entry.id, entry.name)} · ${titleIn(lang, entry.title).split('/').pop()}`;
    return [entry.id, { ...entry, name }];
  });
  const other: Index = { ...index, entries: Object.fromEntries(entries) };
  served.set(other, { index, lang });
  return other;
}

/** What stands in the sidebar. A page without stories stands there for its whole group, and has the group's name. */
export const renderLabel = ({ type, id, name }: { type: string; id: string; name: string }, api: API): string => {
  const lang = languageOf(api.getGlobals());
  const isStory = type === 'story' || (type === 'docs' && !(name in titles));
  return isStory ? nameIn(lang, id, name) : titleIn(lang, name);
};

/**
 * Shows nothing. As long as it is there, whoever searches finds stories by their names in the toolbar's language, and the
 * sidebar is told when that changes. Groups keep their names, which are their addresses too.
 */
export function Labels(): null {
  const api = useStorybookApi();
  const { internal_index: index } = useStorybookState();
  const [globals] = useGlobals();
  const lang = languageOf(globals);
  const [looked, lookAgain] = useState(0);
  useEffect(() => {
    if (!index) return;
    const now = served.get(index) ?? { index, lang: 'en' };
    // What filters set at the same moment may have won, unseen: it is looked at again.
    if (now.lang !== lang) void api.setIndex(inLanguage(now.index, lang)).then(() => lookAgain((times) => times + 1));
  }, [api, index, lang, looked]);
  return null;
}
