import { mockApi } from '@five-micro/mock-api';
import type { Preview } from '@storybook/web-components-vite';
import { inCommunity, scheme } from '../stories/setting/decorators.ts';
import './preview.css';

const api = mockApi();

const toolbar = (
  title: string,
  icon: 'globe' | 'paintbrush' | 'contrast' | 'accessibility',
  items: ({ value: string; title: string } | string)[],
) => ({
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  globalTypes: {
    lang: toolbar('语言', 'globe', [
      { value: 'zh-CN', title: '中文' },
      { value: 'en', title: 'English' },
    ]),
    theme: toolbar('主题', 'paintbrush', ['neutral', 'party', 'spring']),
    scheme: toolbar('明暗', 'contrast', ['light', 'dark']),
    mode: toolbar('长辈版', 'accessibility', [
      { value: 'normal', title: '普通' },
      { value: 'elder', title: '长辈版' },
    ]),
  },
  initialGlobals: { lang: 'zh-CN', theme: 'neutral', scheme: 'light', mode: 'normal' },
  loaders: [async ({ id, parameters }) => ({ api, story: await api.story(id, parameters.mock) })],
  decorators: [inCommunity, scheme],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    viewport: {
      options: {
        narrow: { name: '320', styles: { width: '320px', height: '640px' } },
        phone: { name: '390', styles: { width: '390px', height: '844px' } },
        tablet: { name: '768', styles: { width: '768px', height: '1024px' } },
        page: { name: '1200', styles: { width: '1200px', height: '900px' } },
      },
    },
  },
};
export default preview;
