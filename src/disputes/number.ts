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
  const number = /^d[- ]?(\d{4})[- ](\d{1,6})$/i.exec(words);
  return number === null ? undefined : `D-${number[1]}-${number[2]?.padStart(4, '0')}`;
}
