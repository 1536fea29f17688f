import { convert, type HtmlToTextOptions } from 'html-to-text';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const asPlainText: HtmlToTextOptions = {
  wordwrap: false,
  // Deeper and longer than anybody writes.
  limits: { maxDepth: 60, maxInputLength: 200_000 },
  formatters: {
    // Teams writes emoji as elements of its own.
    emoji: ({ attribs }, _walk, builder) => builder.addInline(attribs?.['alt'] ?? ''),
  },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'attachment', format: 'skip' },
    { selector: 'emoji', format: 'emoji' },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ...headings.map((selector) => ({ selector, format: 'heading', options: { uppercase: false } })),
    // Numbers of a list go up to whatever the message says; a dash does not.
    { selector: 'ol', format: 'unorderedList' },
  ],
};

/** The words of a message: Teams gives its HTML. Pictures and the addresses of links are no words. */
export function wordsIn(content: string, contentType: string): string {
  const text = contentType === 'text' ? content : convert(content, asPlainText);
  return text.replaceAll('\u00A0', ' ').trim();
}
