import { createHash } from 'node:crypto';
import { plainNumber } from '../disputes/number.js';

/**
 * The id of the dispute that an earlier record has under this number. It follows from the number alone, so that the
 * same record read twice, or by two at once, makes one document, and the number finds it, with whatever noughts it is
 * written.
 */
export function recordId(number: string): string {
  const hex = createHash('sha256')
    .update(`an earlier record: ${plainNumber(number).toLowerCase()}`)
    .digest('hex');
  // Version 8: a UUID of one's own making.
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `dispute:${parts.join('-')}`;
}
