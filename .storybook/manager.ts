import { createElement } from 'react';
import { AddonPanel } from 'storybook/internal/components';
import { addons, types } from 'storybook/manager-api';
import { addShortcut, CopyTool } from './snippet/copy-tool.ts';
import { TokenPanel } from './tokens/token-panel.ts';

// A new visitor sees a story, and what it can be changed with.
addons.setConfig({ selectedPanel: 'five-micro/tokens', layout: { bottomPanelHeight: 380 } });

addons.register('five-micro', (api) => {
  addons.add('five-micro/copy-html', {
    type: types.TOOL,
    title: '复制 HTML',
    match: ({ viewMode }) => viewMode === 'story',
    render: () => createElement(CopyTool),
  });
  addShortcut(api);

  const panel = new TokenPanel(api);
  addons.add('five-micro/tokens', {
    type: types.PANEL,
    title: '颜色和尺寸',
    render: ({ active }) =>
      createElement(AddonPanel, {
        active: active ?? false,
        children: createElement('div', { ref: (place: HTMLElement | null) => place?.append(panel) }),
      }),
  });
});
