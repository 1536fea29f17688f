import type { Day } from '../calendar/days.js';
import type { Person } from '../people/person.js';
import type { Team } from '../people/team.js';
import type { SeenFact } from '../reviews/child.js';
import type { Change } from '../reviews/facts.js';
import { firsts } from './firsts.js';
import type { Tally } from './report.js';
import { type SsdConferenceRow, type SsdEnquiryRow, conferenceFact } from './ssdConferences.js';
import {
  type SsdDepartmentRow,
  type SsdInvolvementRow,
  type SsdProfessionalRow,
  isCurrentOn,
  personOf,
} from './ssdInvolvements.js';
import type { Whose } from './ssdChildren.js';
import type { Row } from './table.js';

/** What involvements and conferences need to know, and where they put what they say. */
export interface ForOthers {
  readonly today: Day;
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly whosePerson: (person: string) => Whose;
  readonly add: (ref: string, fact: SeenFact, counted: (change: Change) => void) => void;
  /** The upn of the IRO by the service's own list, which decides. */
  readonly allocatedTo: (ref: string) => string | undefined;
}

type Rows<T> = readonly Row<T>[];

export interface SsdOthers {
  readonly professionals: (rows: Rows<SsdProfessionalRow>, tally: Tally) => void;
  readonly departments: (rows: Rows<SsdDepartmentRow>, tally: Tally) => void;
  /** After professionals and departments. */
  readonly involvements: (rows: Rows<SsdInvolvementRow>, tally: Tally) => void;
  readonly enquiries: (rows: Rows<SsdEnquiryRow>, tally: Tally) => void;
  /** After the enquiries. */
  readonly conferences: (rows: Rows<SsdConferenceRow>, tally: Tally) => void;
}

export function ssdOthers({ today, people, teams, whosePerson, add, allocatedTo }: ForOthers): SsdOthers {
  const professionals = new Map<string, SsdProfessionalRow>();
  const teamNames = new Map<string, string>();
  const strategyOn = new Map<string, Day>();

  /** What an extract only says about others is neither new nor old. */
  function remember<T>(rows: Rows<T>, tally: Tally, keep: (row: T) => void): void {
    for (const { value } of rows) {
      keep(value);
      tally.count('same');
    }
  }

  /** The rows whose child is known, by child; the others are refused. */
  function byChild<T extends { readonly person: string }>(
    rows: Rows<T>,
    tally: Tally,
  ): Map<string, Row<T>[]> {
    const found = new Map<string, Row<T>[]>();
    for (const row of rows) {
      const child = whosePerson(row.value.person);
      if ('refused' in child) tally.refuse(row.line, child.refused);
      else found.set(child.ref, [...(found.get(child.ref) ?? []), row]);
    }
    return found;
  }

  /** The one that began last, of those that last today. */
  const currentOf = (rows: Rows<SsdInvolvementRow>, role: SsdInvolvementRow['role']) =>
    rows
      .filter(({ value }) => value.role === role && isCurrentOn(value, today))
      .toSorted((one, other) => ((one.value.from ?? '') < (other.value.from ?? '') ? -1 : 1))
      .at(-1);

  const professionalOf = ({ professional = '' }: SsdInvolvementRow): SsdProfessionalRow =>
    professionals.get(professional) ?? { id: professional, staffId: undefined, name: undefined };

  function teamOf({ team }: SsdInvolvementRow): string | undefined {
    const name = teamNames.get(team ?? '') ?? team;
    return teams.find((each) => each.name.toLowerCase() === name?.toLowerCase())?.name ?? name;
  }

  function iroOf(
    ref: string,
    rows: Rows<SsdInvolvementRow>,
    tally: Tally,
  ): { iro?: string | null; from?: Day } {
    const current = currentOf(rows, 'iro');
    if (current === undefined) return rows.some(({ value }) => value.role === 'iro') ? { iro: null } : {};
    const person = personOf(professionalOf(current.value), people);
    if (person === undefined) {
      tally.warn(
        current.line,
        `the IRO of ${ref}, ${current.value.professional ?? ''}, is nobody on the list of people, by staff id or name`,
      );
      return {};
    }
    if (!person.roles.includes('iro')) tally.warn(current.line, `${person.upn} has not the role iro`);
    const own = allocatedTo(ref);
    if (own !== undefined && own !== person.upn)
      tally.warn(
        current.line,
        `the IRO of ${ref} is ${person.upn} in the case system and ${own} in the allocations: the allocations decide`,
      );
    return { iro: person.upn, ...(current.value.from === undefined ? {} : { from: current.value.from }) };
  }

  function socialWorkerOf(rows: Rows<SsdInvolvementRow>): { socialWorker?: string | null; team?: string } {
    const current = currentOf(rows, 'social-worker')?.value;
    if (current === undefined)
      return rows.some(({ value }) => value.role === 'social-worker') ? { socialWorker: null } : {};
    const professional = professionalOf(current);
    const team = teamOf(current);
    return {
      socialWorker: personOf(professional, people)?.upn ?? professional.name ?? professional.id,
      ...(team === undefined ? {} : { team }),
    };
  }

  return {
    professionals: (rows, tally) => remember(rows, tally, (row) => professionals.set(row.id, row)),
    departments: (rows, tally) =>
      remember(rows, tally, ({ id, name }) => (name === undefined ? undefined : teamNames.set(id, name))),
    involvements: (rows, tally) => {
      const once = firsts(rows, ({ id }) => id, 'the involvement', tally);
      if (once.length > 0 && once.every(({ value }) => value.role !== 'iro'))
        tally.warn(1, 'no invo_professional_role_id says IRO: nobody’s IRO is read from it');
      for (const [ref, own] of byChild(once, tally)) {
        const told = { ...iroOf(ref, own, tally), ...socialWorkerOf(own) };
        if (Object.keys(told).length === 0) tally.count('same', own.length);
        else
          add(ref, { kind: 'involvement', source: 'ssd', ...told }, (change) =>
            tally.count(change, own.length),
          );
      }
    },
    enquiries: (rows, tally) =>
      remember(rows, tally, ({ id, strategyOn: day }) =>
        day === undefined ? undefined : strategyOn.set(id, day),
      ),
    conferences: (rows, tally) => {
      const once = firsts(rows, ({ id }) => id, 'the conference', tally);
      for (const [ref, own] of byChild(once, tally))
        for (const { line, value } of own) {
          const { enquiry, dueOn, heldOn } = value;
          if ((dueOn ?? heldOn) === undefined && !strategyOn.has(enquiry ?? ''))
            tally.warn(line, `no enquiry that was read has the id ${enquiry ?? ''}: no due date is known`);
          add(
            ref,
            conferenceFact(value, value.enquiry === null ? null : strategyOn.get(value.enquiry ?? '')),
            tally.count,
          );
        }
    },
  };
}
