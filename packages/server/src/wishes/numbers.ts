/**
 * Phone and identity numbers in free text, which strangers do not get to read. Whoever writes a note or a thank-you
 * means it for the person, not for everyone who passes the wall.
 */
const identityNumber = /(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)/g;
const mobile = /(?<!\d)(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?!\d)/g;
const landline = /(?<!\d)(0\d{2,3})[ -]?\d{3,4}[ -]?(\d{4})(?!\d)/g;

/** `13812348000` → `138****8000`, as on printed lists; identity numbers lose their birthday, landlines their middle. */
export const withoutNumbers = (text: string): string =>
  text
    .replace(identityNumber, (number) => `${number.slice(0, 6)}********${number.slice(-4)}`)
    .replace(mobile, '$1****$3')
    .replace(landline, '$1****$2');
