import type { Person } from './person.js';

/** Phones type other apostrophes than lists have. Before NFKC, which takes some of them for a blank and an accent. */
const apostrophes = /[\u2018\u2019\u201B\u02BC\u00B4`]/g;

/** As names are compared wherever they are matched. */
export const plainName = (text: string): string =>
  text.replaceAll(apostrophes, "'").normalize('NFKC').toLowerCase().trim();

/** Whom a name may mean: the upn, the whole name, or the beginning of each of its words. One who fits whole is the one. */
export function namedAs(text: string, people: readonly Person[]): Person[] {
  const wanted = plainName(text);
  const whole = people.filter(({ upn, name }) => upn === wanted || plainName(name) === wanted);
  if (whole.length > 0) return whole;
  const parts = wanted.split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  return people.filter(({ name, upn }) => {
    const words = [...plainName(name).split(/[\s-]+/), upn.split('@')[0] ?? ''];
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** How each of some people is told from the others: by name, and by the upn too where several have that name. */
export function toldApart<P extends Pick<Person, 'name' | 'upn'>>(
  people: readonly P[],
): { readonly person: P; readonly called: string }[] {
  const names = people.map(({ name }) => plainName(name));
  const isOne = (name: string) => names.indexOf(plainName(name)) === names.lastIndexOf(plainName(name));
  return people.map((person) => ({
    person,
    called: isOne(person.name) ? person.name : `${person.name} (${person.upn})`,
  }));
}
