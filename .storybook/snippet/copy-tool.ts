// The button in the toolbar that copies the story as a webmaster would paste it.
import { createElement, type ReactElement, useEffect, useState } from 'react';
import { Button } from 'storybook/internal/components';
import { type API, addons, useChannel, useStorybookApi } from 'storybook/manager-api';
import { asks, says, type Snippet } from '../channel.ts';
import { copy } from './copy.ts';

const name = '复制 HTML';

/** Also by Alt + H, wherever the keyboard is. */
export function addShortcut(api: API): void {
  void api.setAddonShortcut('five-micro', {
    label: name,
    defaultShortcut: ['alt', 'H'],
    actionName: 'copy-html',
    action: () => addons.getChannel().emit(asks.snippet),
  });
}

export function CopyTool(): ReactElement {
  const api = useStorybookApi();
  const [said, setSaid] = useState('');
  const ask = useChannel({
    [says.snippet]: ({ html, tag }: Snippet) => {
      void copy(html).then((done) => {
        const headline = done ? `<${tag}> 复制好了，可以粘贴到网页里` : '浏览器不让复制';
        setSaid(headline);
        api.addNotification({ id: 'copy-html', content: { headline }, duration: 5000 });
      });
    },
  });
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
      ariaLabel: name,
      tooltip: '照这个故事的样子，复制要粘贴到网页里的代码（Alt + H）',
      onClick: () => ask(asks.snippet),
      children: said ? '✓ 复制好了' : '‹›  复制 HTML',
    }),
    createElement('span', { role: 'status', className: 'vh', children: said }),
  );
}
