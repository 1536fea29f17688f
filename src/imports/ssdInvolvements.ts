import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { plainName } from '../people/named.js';
import type { Person } from '../people/person.js';
import { id, optionalCell, optionalDay } from './ssdCells.js';
import { readTable } from './table.js';

/** Who works with a child by the Standard Safeguarding Dataset. */

const professionalRowSchema = z
  .object({
    prof_professional_id: id('prof_professional_id'),
    prof_staff_id: optionalCell,
    prof_professional_name: optionalCell,
  })
  .transform((row) => ({
    id: row.prof_professional_id,
    staffId: row.prof_staff_id,
    name: row.prof_professional_name,
  }));
export type SsdProfessionalRow = z.infer<typeof professionalRowSchema>;

export const readSsdProfessionals = (bytes: Uint8Array) =>
  readTable(
    bytes,
    {
      required: ['prof_professional_id'],
      optional: ['prof_staff_id', 'prof_professional_name'],
      others: 'expected',
    },
    professionalRowSchema,
  );

const departmentRowSchema = z
  .object({ dept_team_id: id('dept_team_id'), dept_team_name: optionalCell })
  .transform((row) => ({ id: row.dept_team_id, name: row.dept_team_name }));
export type SsdDepartmentRow = z.infer<typeof departmentRowSchema>;

export const readSsdDepartments = (bytes: Uint8Array) =>
  readTable(
    bytes,
    { required: ['dept_team_id', 'dept_team_name'], optional: [], others: 'expected' },
    departmentRowSchema,
  );

const involvementRowSchema = z
  .object({
    invo_involvements_id: id('invo_involvements_id'),
    invo_person_id: id('invo_person_id'),
    invo_professional_id: optionalCell,
    invo_professional_role_id: optionalCell,
    invo_professional_team: optionalCell,
    invo_involvement_start_date: optionalDay('invo_involvement_start_date'),
    invo_involvement_end_date: optionalDay('invo_involvement_end_date'),
  })
  .transform((row) => ({
    id: row.invo_involvements_id,
    person: row.invo_person_id,
    professional: row.invo_professional_id,
    role: roleOf(row.invo_professional_role_id ?? ''),
    team: row.invo_professional_team,
    from: row.invo_involvement_start_date,
    to: row.invo_involvement_end_date,
  }))
  .refine(
    ({ role, professional }) => role === undefined || professional !== undefined,
    'there is no invo_professional_id',
  );
export type SsdInvolvementRow = z.infer<typeof involvementRowSchema>;

export const readSsdInvolvements = (bytes: Uint8Array) =>
  readTable(
    bytes,
    {
      required: [
        'invo_involvements_id',
        'invo_person_id',
        'invo_professional_id',
        'invo_professional_role_id',
        'invo_involvement_start_date',
        'invo_involvement_end_date',
      ],
      optional: ['invo_professional_team'],
      others: 'expected',
    },
    involvementRowSchema,
  );

/** Who somebody is for a child; a GP or a teacher is nobody here. */
type SsdRole = 'iro' | 'social-worker';

/** The dataset has no list of roles: each system writes its own words or codes, such as "Allocated Case Worker". */
function roleOf(text: string): SsdRole | undefined {
  if (/\biro\b|independent reviewing officer/i.test(text)) return 'iro';
  return /allocated|case ?worker|social worker|\ballwork/i.test(text) ? 'social-worker' : undefined;
}

export const isCurrentOn = ({ from, to }: SsdInvolvementRow, today: Day): boolean =>
  (from === undefined || from <= today) && (to === undefined || to > today);

/** Who on the list a professional is: by the staff id, or by it being the upn, else by a name that one person has. */
export function personOf(professional: SsdProfessionalRow, people: readonly Person[]): Person | undefined {
  const staffId = professional.staffId?.toLowerCase();
  const byId = people.find(
    (person) =>
      staffId !== undefined && (person.staffId?.toLowerCase() === staffId || person.upn === staffId),
  );
  if (byId !== undefined) return byId;
  const name = wordsOf(professional.name ?? '');
  const named = people.filter((person) => name !== '' && wordsOf(person.name) === name);
  return named.length === 1 ? named[0] : undefined;
}

/** "Okoro, Ada" is "Ada Okoro". */
const wordsOf = (name: string): string =>
  (plainName(name).match(/[\p{L}\p{N}'-]+/gu) ?? []).toSorted().join(' ');
