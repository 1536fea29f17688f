import { words } from '../words/index.js';

const { details } = words.refusals;

/** What looks like a detail that does not belong in a dispute. Words for the warning. */
export type PersonalDetail = (typeof details)[keyof typeof details];

const postcode =
  /\b(?:GIR[ -]?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])[ -]?\d[ABD-HJLNP-UW-Z]{2})\b/gi;
/** "Year Y10 2nd term" ends like a postcode. */
const ordinal = / \d(?:st|nd|rd|th)$/;
const telephone = /(?:(?:\+|\b00)44[ .-]?\(?0?\)?|\b0)(?:[ .-]?\d){9,10}\b|\(0\d{2,5}\)(?:[ .-]?\d){5,8}\b/;
const dated = /\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](\d{4}|\d{2})\b/g;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';
const datedInWords = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\\.?,? (\\d{4})\\b|\\b(\\d{4})-\\d{2}-\\d{2}\\b`,
  'gi',
);
const born = /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b/i;
const tenDigits = /(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)/g;

/** A year of two figures is of this century up to ten years from now. */
const fullYear = (year: string, thisYear: number): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) > (thisYear % 100) + 10 ? 1900 : 2000);

/** The NHS number's check digit (modulus 11), so that any ten figures are not taken for one. */
function isNhsNumber(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/**
 * Looks for what should not be in a dispute's text. It warns and never refuses: *Save anyway* is one press.
 * A full date counts only beside words of birth or when it is two calendar years old, so that "by 31/03/2026" passes.
 */
export function personalDetails(typed: string, today: string): PersonalDetail[] {
  // Text from Word, Outlook or a web page has blanks of other kinds, and full-width figures.
  const text = typed.normalize('NFKC').replaceAll(/\s+/g, ' ');
  const found: PersonalDetail[] = [];
  if ([...text.matchAll(postcode)].some(([match]) => !ordinal.test(match))) found.push(details.postcode);
  const thisYear = Number(today.slice(0, 4));
  const years = [...text.matchAll(dated), ...text.matchAll(datedInWords)].map(([, year, isoYear]) =>
    fullYear(year ?? isoYear ?? '', thisYear),
  );
  const saysBorn = born.test(text) && years.length > 0;
  if (saysBorn || years.some((year) => year <= thisYear - 2)) found.push(details.birth);
  const numbers = [...text.matchAll(tenDigits)].map(([match]) => match);
  const nhsNumbers = numbers.filter((number) => isNhsNumber(number.replaceAll(/\D/g, '')));
  if (nhsNumbers.length > 0) found.push(details.nhs);
  const others = nhsNumbers.reduce((rest, number) => rest.replace(number, ''), text);
  if (telephone.test(others)) found.push(details.telephone);
  return found;
}
