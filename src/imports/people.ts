import { z } from 'zod';
import { type Person, personSchema, roles } from '../people/person.js';
import { weekdaysIn } from '../people/works.js';
import { isoDay, optionalText, saying, text, upn } from './cells.js';
import { readTable } from './table.js';

const entraId = z
  .string()
  .regex(/^$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'id is no Entra object id (it may be left empty)')
  .transform((cell) => (cell === '' ? undefined : cell.toLowerCase()));

const roleList = z
  .string()
  .transform((cell) =>
    cell
      .toLowerCase()
      .split(';')
      .map((role) => role.trim()),
  )
  .transform((names) => names.filter((role) => role !== ''))
  .superRefine((names, context) => {
    const known: readonly string[] = roles;
    if (names.length === 0) context.addIssue({ code: 'custom', message: 'there is no role' });
    for (const name of names.filter((each) => !known.includes(each)))
      context.addIssue({ code: 'custom', message: `unknown role "${name}": ${roles.join(', ')}` });
  })
  .transform((names) => roles.filter((role) => names.includes(role)));

const fte = z
  .string()
  .regex(/^$|^(0?\.\d+|0|1(\.0+)?|0\.\d+)$/, 'fte is a number from 0 to 1')
  .transform((cell) => (cell === '' ? null : Number(cell)));

const personRowSchema = z
  .object({
    id: entraId,
    name: text('name'),
    upn: upn('upn'),
    role: roleList,
    fte,
    area: optionalText,
    works: optionalText,
    employment: optionalText,
    from: isoDay('from').optional(),
    to: isoDay('to').optional(),
    staff_id: optionalText,
  })
  .refine(({ from, to }) => !from || !to || from <= to, 'to is before from');
export type PersonRow = z.infer<typeof personRowSchema>;

export const readPeople = (bytes: Uint8Array) =>
  readTable(
    bytes,
    {
      required: ['id', 'name', 'upn', 'role', 'fte'],
      optional: ['area', 'works', 'employment', 'from', 'to', 'staff_id'],
      others: 'warned',
    },
    personRowSchema,
  );

/** Whom a row means: by the Entra id, else by the upn. `refused` says why it cannot be either. */
export function findPerson(
  people: readonly Person[],
  row: PersonRow,
): { person: Person | undefined } | { refused: string } {
  const byUpn = people.find((person) => person.upn === row.upn);
  const byId = row.id === undefined ? undefined : people.find((person) => person.entraId === row.id);
  if (byId !== undefined && byUpn !== undefined && byId.id !== byUpn.id)
    return { refused: `${row.upn} is the upn of another person on the list` };
  return { person: byId ?? byUpn };
}

/** The person as the row has them. What the bot has learnt stays; a column that is not in the file changes nothing. */
export function personFromRow(person: Person | undefined, row: PersonRow, id: string): Person {
  const { id: rowId, role, staff_id: staffId, ...cells } = row;
  const known = person === undefined ? { id, type: 'person', shape: 1 } : sameAccount(person, rowId);
  const given = Object.fromEntries(
    Object.entries({ ...cells, staffId }).filter(([, value]) => value !== undefined),
  );
  return personSchema.parse(saying({ ...known, ...given, roles: role, ...saying({ entraId: rowId }) }));
}

/** An account made anew has another Entra id: the old one's conversation is not theirs. */
export const isOtherAccount = (person: Person, rowId: string | undefined): boolean =>
  rowId !== undefined && person.entraId !== undefined && person.entraId !== rowId;

function sameAccount(person: Person, rowId: string | undefined): Partial<Person> {
  if (!isOtherAccount(person, rowId)) return person;
  const { conversation: _conversation, reach: _reach, welcomedAt: _welcomedAt, ...rest } = person;
  return rest;
}

/** What a row says or changes that somebody should know of. */
export function personWarnings(person: Person | undefined, row: PersonRow): string[] {
  const works =
    weekdaysIn(row.works ?? '') === undefined
      ? [
          `works "${row.works}" names no weekdays: mon-thu or mon;tue;wed is wanted, Monday to Friday is taken`,
        ]
      : [];
  if (person === undefined) return works;
  return [
    ...works,
    ...(isOtherAccount(person, row.id) ? [`${row.upn} has another Entra id than before`] : []),
    ...(person.upn === row.upn
      ? []
      : [`the upn was ${person.upn}: import teams and allocations again, they may name the old one`]),
  ];
}
