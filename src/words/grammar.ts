export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A label inside a sentence; one that begins with a name in capitals keeps it. */
export const uncapital = (text: string) => (/^.[A-Z]/.test(text) ? text : lower(text));
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Read aloud it ends, whatever it is: 'No open disputes.', 'Late reviews · 2025/26.'. */
export const sentence = (text: string) => (/[.?!:…]$/.test(text) ? text : `${text}.`);

/** 'a dispute', 'an alert'. */
export const withArticle = (noun: string) => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** '1,467': a number as it stands in a sentence. */
export const figure = (count: number) => count.toLocaleString('en-GB');

/** '1 dispute', '3 disputes', 'no disputes'. */
export const counted = (count: number, one: string, many: string) =>
  `${count === 0 ? 'no' : figure(count)} ${count === 1 ? one : many}`;

export const workingDays = (count: number) => counted(count, 'working day', 'working days');

/** 'a, b and c'. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
