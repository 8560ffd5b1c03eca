/**
 * Phone and identity numbers in free text, which strangers do not get to read. Whoever writes a note or a thank-you
 * means it for the person, not for everyone who passes the wall. Digits may be full width, and people put dots,
 * dashes, brackets and spaces between them. All patterns are bounded, so the time they take is linear.
 */
const digit = '[0-9０-９]';
const between = '[ \\t\\u00a0\\u3000.\\-–—·()（）]{0,2}';
const alone = (pattern: string) => new RegExp(`(?<!${digit})${pattern}(?!${digit})`, 'g');
const more = (count: string) => `(?:${between}${digit}){${count}}`;

const identityNumber = alone(`[1-9１-９]${more('16')}${between}[0-9０-９XxＸｘ]`);
const mobile = alone(`(?:[+＋]?[8８]${between}[6６]${between})?[1１]${between}[3-9３-９]${more('9')}`);
const landline = alone(`[(（]?[0０]${more('9,11')}`);
/** An old identity number, a bank card, an account: nothing that a wish needs is so long. */
const longNumber = alone(`${digit}{9,30}`);
/** A number within the city; a day written as 20261123 is none. */
const local = alone(`(?!20[0-9]{2}[01])[2-9２-９]${digit}{6,7}`);

/** `13812348000` → `138****8000`, as on printed lists; shorter ones keep less. */
function masked(number: string): string {
  const plain = number.normalize('NFKC').replace(/[^0-9Xx]/g, '');
  const kept = plain.length >= 11 ? { head: 3, tail: 4 } : { head: 2, tail: 2 };
  return `${plain.slice(0, kept.head)}****${plain.slice(-kept.tail)}`;
}

export const withoutNumbers = (text: string): string =>
  [mobile, identityNumber, landline, longNumber, local].reduce((left, pattern) => left.replace(pattern, masked), text);
