/** What looks like a detail that does not belong in a dispute. Words for the warning. */
export type PersonalDetail = 'a postcode' | 'a date of birth' | 'a telephone number' | 'an NHS number';

const postcode =
  /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})\b/i;
const telephone = /(?:\+44[ -]?\(?0?\)?|\b0)(?:[ -]?\d){9,10}\b|\(0\d{2,5}\)(?:[ -]?\d){5,8}\b/;
const dated = /\b(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](\d{4}|\d{2})\b/;
const born = /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b/i;
const tenDigits = /(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)/g;

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
 * A full date counts only beside words of birth or when its year is that of a child, so that "by 31/03/2026" passes.
 */
export function personalDetails(text: string, today: string): PersonalDetail[] {
  const found: PersonalDetail[] = [];
  if (postcode.test(text)) found.push('a postcode');
  const date = dated.exec(text);
  const year = date?.[3] === undefined ? undefined : Number(date[3].length === 2 ? `20${date[3]}` : date[3]);
  const isPast = year !== undefined && year <= Number(today.slice(0, 4)) - 2;
  if (date !== null && (born.test(text) || isPast)) found.push('a date of birth');
  else if (born.test(text) && /\b\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}\b|\b\d{4}-\d{2}-\d{2}\b/.test(text))
    found.push('a date of birth');
  if ([...text.matchAll(tenDigits)].some((match) => isNhsNumber(match.slice(1).join(''))))
    found.push('an NHS number');
  else if (telephone.test(text)) found.push('a telephone number');
  return found;
}
