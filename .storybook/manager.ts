import { createElement, type ReactElement } from 'react';
import { AddonPanel } from 'storybook/internal/components';
import { addons, types, useGlobals } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';
import { Labels, renderLabel } from './frame/labels.ts';
import { speakIn } from './frame/spoken.ts';
import { addShortcut, CopyTool } from './snippet/copy-tool.ts';
import { TokenPanel } from './tokens/token-panel.ts';
import { UndoTool } from './tokens/undo-tool.ts';
import { languageOf } from './words/language.ts';
import { wordsIn } from './words/say.ts';

// A new visitor sees a story, and what it can be changed with.
addons.setConfig({
  selectedPanel: 'five-micro/tokens',
  layout: { bottomPanelHeight: 380 },
  sidebar: { renderLabel },
  theme: create({
    base: 'light',
    brandTitle: 'Five Micro for designers',
    fontBase: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  }),
});

function PanelTitle(): ReactElement {
  const [globals] = useGlobals();
  return createElement('span', null, wordsIn(languageOf(globals)).tokens.name);
}

addons.register('five-micro', (api) => {
  const speak = speakIn(document.body);
  const hear = () => {
    const lang = languageOf(api.getGlobals());
    document.documentElement.lang = lang;
    speak(lang);
  };
  hear();
  api.on('globalsUpdated', hear);
  api.on('setGlobals', hear);
  addons.add('five-micro/labels', {
    type: types.TOOL,
    title: '',
    match: () => true,
    render: () => createElement(Labels),
  });
  addons.add('five-micro/copy-html', {
    type: types.TOOL,
    title: wordsIn('zh-CN').copy.name,
    match: ({ viewMode }) => viewMode === 'story',
    render: () => createElement(CopyTool),
  });
  addons.add('five-micro/undo', {
    type: types.TOOL,
    title: '',
    match: () => true,
    render: () => createElement(UndoTool),
  });
  addShortcut(api);

  const panel = new TokenPanel(api);
  addons.add('five-micro/tokens', {
    type: types.PANEL,
    title: PanelTitle,
    render: ({ active }) =>
      createElement(AddonPanel, {
        active: active ?? false,
        children: createElement('div', { ref: (place: HTMLElement | null) => place?.append(panel) }),
      }),
  });
});
