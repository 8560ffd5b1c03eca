import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import App from './app.vue';

/** The page's markup, for a server in Node: elements are tags with attributes there, and come alive in the browser. */
export const render = (): Promise<string> => renderToString(createSSRApp(App));
