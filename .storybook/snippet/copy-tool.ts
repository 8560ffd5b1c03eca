// The button in the toolbar that copies the story as a webmaster would paste it.
import { createElement, type ReactElement, useEffect, useState } from 'react';
import { Button } from 'storybook/internal/components';
import { type API, addons, useChannel, useGlobals, useStorybookApi } from 'storybook/manager-api';
import { asks, says, type Snippet } from '../channel.ts';
import { languageOf } from '../words/language.ts';
import { wordsIn } from '../words/say.ts';
import { copy } from './copy.ts';

/** Also by Alt + H, wherever the keyboard is. */
export function addShortcut(api: API): void {
  void api.setAddonShortcut('five-micro', {
    label: wordsIn('zh-CN').copy.name,
    defaultShortcut: ['alt', 'H'],
    actionName: 'copy-html',
    action: () => addons.getChannel().emit(asks.snippet),
  });
}

export function CopyTool(): ReactElement {
  const api = useStorybookApi();
  const [globals] = useGlobals();
  const words = wordsIn(languageOf(globals)).copy;
  const [said, setSaid] = useState('');
  const ask = useChannel(
    {
      [says.snippet]: ({ html, tag }: Snippet) => {
        void copy(html).then((done) => {
          const headline = done ? words.done(tag) : words.refused;
          setSaid(headline);
          api.addNotification({ id: 'copy-html', content: { headline }, duration: 5000 });
        });
      },
    },
    [words],
  );
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(''), 5000);
    return () => clearTimeout(timer);
  }, [said]);
  return createElement(
    'span',
    { className: 'copy-html' },
    createElement(Button, {
      variant: 'ghost',
      padding: 'small',
      ariaLabel: words.name,
      tooltip: words.tip,
      onClick: () => ask(asks.snippet),
      children: said ? words.short : `‹›  ${words.name}`,
    }),
    createElement('span', { role: 'status', className: 'vh', children: said }),
  );
}
