import { z } from 'zod';

/** A line of a file and what is to be said of it. Line 1 is the header. */
export const noteSchema = z.object({ line: z.number().int(), reason: z.string() });
export type Note = z.infer<typeof noteSchema>;

/** A file that is not what it says is refused whole: nothing of it is saved. */
export interface RefusedWhole {
  readonly kind: 'refused';
  readonly refused: readonly Note[];
}

export const refuseWhole = (reason: string, line = 1): RefusedWhole => ({
  kind: 'refused',
  refused: [{ line, reason }],
});

/** In bytes. */
export const largestFile = 50 * 1024 * 1024;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly warned: readonly Note[];
}

/** The bytes of a file as text with \n line ends, without a byte order mark. */
export function readText(bytes: Uint8Array): Text | RefusedWhole {
  if (bytes.length > largestFile) return refuseWhole('the file is over 50 MB');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuseWhole('this is a spreadsheet: save it as "CSV UTF-8 (comma delimited)" and import that');
  if (
    startsWith(bytes, [0xff, 0xfe]) ||
    startsWith(bytes, [0xfe, 0xff]) ||
    bytes.subarray(0, 4096).includes(0)
  )
    return refuseWhole('the file is UTF-16 or no text at all: save it as "CSV UTF-8 (comma delimited)"');
  const decoded = decode(bytes);
  const text = decoded.text.replace(/\r\n?/g, '\n');
  return text.trim() === '' ? refuseWhole('the file is empty') : { ...decoded, kind: 'text', text };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Excel's plain "CSV" is windows-1252: a "Zoë" in it is no UTF-8, and is told, for some other encoding may be meant. */
function decode(bytes: Uint8Array): { text: string; warned: Note[] } {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd')) return { text, warned: [] };
  const reason = 'the file is not UTF-8 and was read as windows-1252: look at names with accents';
  return { text: new TextDecoder('windows-1252').decode(bytes), warned: [{ line: 1, reason }] };
}
