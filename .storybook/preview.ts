import { type MockApi, mockApi } from '@five-micro/mock-api';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { createElement, lazy, Suspense } from 'react';
import manifest from 'virtual:five-micro/manifest';
import { inCommunity, scheme } from '../stories/setting/decorators.ts';
import { onlyDeclaredParts } from '../stories/setting/parts.ts';
import { answerFrame, noted } from './answers.ts';
import { keepStill } from './docs/embedded.ts';
import './docs/step.ts';
import './preview.css';

setCustomElementsManifest(manifest);
void answerFrame();

declare global {
  interface Window {
    /** For the frames in a page that shows several stories. */
    fiveMicroMock?: MockApi;
  }
}
/** The journey that this is a step of: it plays in the journey's database, and keeps the journey where it is. */
function journeyAround(): MockApi | undefined {
  try {
    return window.parent === window ? undefined : window.parent.fiveMicroMock;
  } catch {
    // Someone else's page.
    return undefined;
  }
}
const journey = journeyAround();
if (journey) keepStill(window.parent);
const api = mockApi({ shared: journey?.server });
window.fiveMicroMock = api;

/** Tests of stories need no pages. */
const ElementPage = lazy(() => import('./docs/element-page.ts'));

const toolbar = (
  title: string,
  icon: 'globe' | 'paintbrush' | 'contrast' | 'accessibility',
  items: { value: string; title: string }[],
) => ({
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  globalTypes: {
    // In English, and in Chinese by `frame/spoken.ts`.
    lang: toolbar('Language', 'globe', [
      { value: 'zh-CN', title: '中文' },
      { value: 'en', title: 'English' },
    ]),
    theme: toolbar('Theme', 'paintbrush', [
      { value: 'neutral', title: 'Neutral' },
      { value: 'party', title: 'Party red' },
      { value: 'spring', title: 'Spring' },
    ]),
    scheme: toolbar('Day or night', 'contrast', [
      { value: 'light', title: 'Day' },
      { value: 'dark', title: 'Night' },
    ]),
    mode: toolbar('Elder mode', 'accessibility', [
      { value: 'normal', title: 'Normal size' },
      { value: 'elder', title: 'Elder mode' },
    ]),
  },
  initialGlobals: { lang: 'zh-CN', theme: 'neutral', scheme: 'light', mode: 'normal' },
  loaders: [async ({ id, parameters }) => ({ api, manifest, story: await api.story(id, parameters.mock) })],
  decorators: [inCommunity, scheme, noted],
  afterEach: ({ canvasElement, loaded }) => onlyDeclaredParts(canvasElement, loaded),
  parameters: {
    a11y: { test: 'error' },
    docs: {
      page: () => createElement(Suspense, null, createElement(ElementPage)),
      // What a webmaster pastes is in the toolbar; the story's own source has how the test is set up.
      canvas: { sourceState: 'none' },
    },
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Start',
          ['Start here', 'Every state'],
          'Journeys',
          'Wishes',
          'Actions',
          'Projects',
          'Points',
          'Stars',
          'Members',
          'Worker desk',
        ],
      },
    },
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
