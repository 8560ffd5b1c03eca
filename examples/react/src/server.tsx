import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';

/** The page's markup, for a server in Node: elements are tags with attributes there, and come alive in the browser. */
export const render = (): Promise<string> => Promise.resolve(renderToString(<App />));
