import type { Day } from '../calendar/days.js';
import { holderOf, isCurrent } from '../people/directory.js';
import { currentAllocation } from '../reviews/allocation.js';
import { hasLeftCare } from '../reviews/careOf.js';
import { type Check, check, none } from './check.js';
import type { Examined } from './examined.js';

export function peopleChecks({ directory, children }: Examined, today: Day): Check[] {
  const current = directory.people.filter((person) => isCurrent(person, today));
  if (current.length === 0) return [check('People', 'wrong', 'nobody is on the list: import people.csv')];
  const vacant = directory.teams.flatMap(({ name }) =>
    directory.policy.ladder
      .filter(({ id }) => holderOf(directory, name, id, today) === undefined)
      .map(({ label }) => `${name}: ${label}`),
  );
  const allocated = new Set(children.map((child) => currentAllocation(child)?.iro));
  const upns = (people: typeof current) => people.map(({ upn, name }) => upn || name);
  return [
    none('People without a upn', upns(current.filter(({ upn }) => upn === '')), 'wrong', [
      'person cannot be joined to anybody',
      'people cannot be joined to anybody',
      'none',
    ]),
    none('People without an Entra id', upns(current.filter(({ entraId }) => entraId === undefined)), 'look', [
      'person has not written to the bot yet, and their id is not in people.csv',
      'people have not written to the bot yet, and their ids are not in people.csv',
      'none',
    ]),
    directory.teams.length === 0
      ? check('Teams', 'wrong', 'there is no team: import teams.csv')
      : none('Stages without a holder', vacant, 'wrong', [
          'stage has nobody to answer',
          'stages have nobody to answer',
          'none',
        ]),
    none(
      'IROs without children',
      upns(current.filter(({ roles, upn }) => roles.includes('iro') && !allocated.has(upn))),
      'look',
      ['IRO has no child allocated', 'IROs have no child allocated', 'none'],
    ),
  ];
}

export function childChecks({ directory, children }: Examined, today: Day): Check[] {
  if (children.length === 0)
    return [
      check('Children', 'wrong', 'there is no child: import allocations.csv, a return or the extracts'),
    ];
  const iros = new Set(
    directory.people
      .filter((person) => isCurrent(person, today) && person.roles.includes('iro'))
      .map(({ upn }) => upn),
  );
  const without = children
    .filter((child) => !hasLeftCare(child, today))
    .filter((child) => !iros.has(currentAllocation(child)?.iro ?? ''))
    .map(({ ref }) => ref);
  return [
    none('Children without an IRO', without, 'wrong', [
      'child has no IRO who is on the list today',
      'children have no IRO who is on the list today',
      'none',
    ]),
  ];
}
