/** Words as they are compared: blanks and full-width letters of any kind, and no stop at the end. */
export const plainWords = (written: string): string =>
  written
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    // The look behind keeps a long row of dots from being tried from each of them.
    .replace(/(?<![.!?])[.!?]+$/, '');

/** The number of a dispute that the bot has raised, however it was written; undefined: it is no such number. */
export function numberIn(words: string): string | undefined {
  const parts = partsOf(words);
  return parts === undefined ? undefined : `D-${parts.year}-${String(parts.last).padStart(4, '0')}`;
}

/** The year of such a number, and which of the year it is, with whatever noughts it was written. */
export function partsOf(words: string): { readonly year: string; readonly last: number } | undefined {
  const [, year, last] = /^d[- ]?(\d{4})[- ](\d{1,6})$/i.exec(words) ?? [];
  return year === undefined || last === undefined ? undefined : { year, last: Number(last) };
}

/** The number of any dispute as it is compared: those in the bot's own form with the noughts that it writes. */
export function plainNumber(written: string): string {
  const plain = plainWords(written);
  return numberIn(plain) ?? plain;
}
