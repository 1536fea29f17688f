import { words } from '../words/index.js';
import { noteToCopy } from './noteToCopy.js';
import { noticeCard } from './notice.js';
import type { Shown } from './scene.js';
import { bold, button, plain } from './template.js';

const says = words.figures.exports;

/** In which form; the figure comes with the next press. */
export const exportChoice = (title: string, csv: string, markdown: string, back: string): Shown =>
  noticeCard({
    heading: says.heading(title),
    lines: [says.choose, says.asFile],
    buttons: [
      { title: says.csv, data: { press: 'say', words: csv }, positive: true },
      { title: says.markdown, data: { press: 'say', words: markdown } },
      { title: words.figures.behind.back, data: { press: 'say', words: back } },
    ],
    summary: says.summary,
  });

/** A card holds 28 KB; this much text, escaped, keeps clear of it. In characters. */
const mostText = 8_000;

/** Whole lines, as many as a card has room for. */
function partsOfText(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const each of text.split(/\r?\n/)) {
    if (part !== '' && part.length + each.length > mostText) {
      parts.push(part);
      part = '';
    }
    part += part === '' ? each : `\n${each}`;
  }
  return [...parts, part];
}

/** A figure as text in a field, ready to copy. */
export function exportedCard(
  title: string,
  text: string,
  page: number,
  {
    again,
    back,
    notes,
  }: { readonly again: string; readonly back: string; readonly notes: readonly string[] },
): Shown {
  const parts = partsOfText(text);
  const at = Math.min(page, parts.length - 1);
  const card = noteToCopy({
    speak: says.speak(title),
    fallbackText: says.heading(title),
    heading: [bold(says.heading(title))],
    about: [plain([parts.length === 1 ? says.asText : says.page(at + 1, parts.length), ...notes].join(' '))],
    label: says.label,
    note: parts[at] ?? '',
    hint: [plain(says.hint)],
    buttons: [
      ...(at + 1 < parts.length ? [button(says.next, { press: 'say', words: again, page: at + 1 })] : []),
      button(words.figures.behind.back, { press: 'say', words: back }),
    ],
  });
  return { card, summary: says.summary };
}
