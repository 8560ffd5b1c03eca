import type { Span } from './fold.ts';

/**
 * Names and numbers by which someone is reached elsewhere: after 微信, QQ and the like, and e-mail addresses. Only
 * the account itself is the hit. All quantities are bounded, so the time is linear.
 */
const said = '(?:号码?|账号|帐号|群号?|id|同号)?';
const told = '(?: ?[:=是为]| ?号 ?)';
const name = '[a-z][a-z0-9_-]{5,19}';
const messenger = '(?:[微薇威] {0,2}信|v信|we ?chat|weixin|(?<![a-z])[vw] ?x|抖音|小红书|快手|支付宝|微博)';
const written = '[微薇威v] {0,2}信';
const chat = `(?:${written}|(?<![a-z])[vw] ?x)`;
/** Words that are said of the messenger itself. */
const noName = '(?!(?:wechat|weixin|android|windows|iphone|harmony|google|official)|[a-z]{1,20} ?版)';
const top = '(?:com|cn|net|org|edu|gov|me|io|cc|top|xyz|info)(?![a-z0-9])';

const patterns = [
  // A name after a colon, or one that is no word: with a digit or a dash in it.
  `(?<=${messenger}${said}${told} {0,2})${name}`,
  `(?<=${messenger}${said} {0,2})(?=[a-z]{1,19}[0-9_-])${name}`,
  `(?<=(?:${messenger}|(?<![a-z])v|加v)${said} ?: {0,2})(?:${name}|[0-9]{5,12})`,
  `(?<=(?:${messenger}|(?<![a-z])q{1,2}|扣扣|企鹅)${said}(?: ?[:=是为])? {0,2})[0-9]{5,12}(?![0-9])`,
  // A word as a name: right behind the messenger, or behind a space where one is asked to add it.
  `(?<=${written}${said})${noName}${name}`,
  `(?<=加(?:我|一下)?的? ?${chat}${said} {1,2})${noName}${name}`,
  `(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,63} {0,2}(?:@|艾特|\\(at\\)) {0,2}(?:[a-z0-9-]{1,63}[.。点]){1,4}${top}`,
  '(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,24}',
].map((pattern) => new RegExp(pattern, 'g'));

export const findAccounts = (text: string): Span[] =>
  patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
