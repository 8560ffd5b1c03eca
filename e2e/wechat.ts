import { readFileSync } from 'node:fs';

const at = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The policy that docs/wechat.md gives. */
export const policy = /<!-- policy -->\n```\nContent-Security-Policy: (.*)\n/.exec(at('../docs/wechat.md'))?.[1];

/** WeChat as a page sees it, made up: it does what it is asked once it has been introduced, and remembers all of it. */
export const madeUpWx = at('../examples/wechat/desk/wx.js');
