// Puts what the server's build renders into the page that the browser's build has made.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { render } = await import(pathToFileURL(resolve('dist/server/server.js')).href);
const page = await readFile('dist/index.html', 'utf8');
await writeFile('dist/index.html', page.replace('<!--app-->', await render()));
