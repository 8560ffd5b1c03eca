/** What a row of digits can be, told from the digits alone. */

export const mobile = (digits: string): boolean => /^(?:(?:00)?86)?1[3-9][0-9]{9}$/.test(digits);

/** The length of the area code, with its 0, where it is a number within China that begins with one. */
export function landlineArea(digits: string): 3 | 4 | undefined {
  if (/^0(?:10|2[0-9])[2-9][0-9]{6,7}$/.test(digits)) return 3;
  return /^0[3-9][0-9]{2}[2-9][0-9]{6,7}$/.test(digits) ? 4 : undefined;
}

/** Provinces by GB/T 2260; 83 is Taiwan's in residence permits. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])';
const bornThisOrLastCentury = new RegExp(`^[0-9]{6}(?:19|20)[0-9]{2}${day}`);
const bornLastCentury = new RegExp(`^[0-9]{6}[0-9]{2}${day}`);

/** 18 digits that begin with a province and hold a day of birth. */
export const datedIdentity = (digits: string): boolean =>
  digits.length === 18 && province.test(digits) && bornThisOrLastCentury.test(digits);

export const oldIdentity = (digits: string): boolean =>
  digits.length === 15 && province.test(digits) && bornLastCentury.test(digits);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 17 digits and a last one, or an `x`, that fits them (GB 11643), or a day of birth among them. */
export function identity(characters: string): boolean {
  if (characters.length !== 18 || !province.test(characters)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(characters.charAt(index)), 0);
  return characters.charAt(17) === '10x98765432'.charAt(sum % 11) || bornThisOrLastCentury.test(characters);
}

/** 16 to 19 digits that pass Luhn's test (ISO/IEC 7812-1, annex B). */
export function bankCard(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19 || !/^[2-9]/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const momentInOneRow = new RegExp(`^(?:19|20)[0-9]{2}${day}(?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:[0-5][0-9])?)?$`);

/** A day, or a day and a time: 20261123, 202611230830. */
export const moment = (digits: string): boolean => momentInOneRow.test(digits);
