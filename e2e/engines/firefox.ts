import { fileURLToPath } from 'node:url';
import { type Browser, firefox } from 'playwright';

/** The Firefox of this machine, by WebDriver BiDi. */
export const openFirefox = (): Promise<Browser> =>
  firefox.launch({ channel: 'moz-firefox', executablePath: fileURLToPath(new URL('firefox-bidi.mjs', import.meta.url)) });
