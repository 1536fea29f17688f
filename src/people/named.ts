import type { Person } from './person.js';

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** Whom a name may mean: the upn, the whole name, or the beginning of each of its words. One who fits whole is the one. */
export function namedAs(text: string, people: readonly Person[]): Person[] {
  const wanted = plain(text);
  const whole = people.filter(({ upn, name }) => upn === wanted || plain(name) === wanted);
  if (whole.length > 0) return whole;
  const parts = wanted.split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  return people.filter(({ name, upn }) => {
    const words = [...plain(name).split(/[\s-]+/), upn.split('@')[0] ?? ''];
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
}
