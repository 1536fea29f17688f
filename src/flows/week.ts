import { addDays } from '../calendar/days.js';
import { quarterOf } from '../calendar/periods.js';
import { dayText } from '../calendar/words.js';
import type { Scene, WeekLine } from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import { reportOn } from '../reports/reports.js';
import type { Person } from '../people/person.js';
import { counted } from '../words/grammar.js';
import { words } from '../words/index.js';
import type { Ports } from './ports.js';
import { readSources } from './report.js';
import { inAreaOf, standingOut, standingOutText, standsOut } from './standingOut.js';
import { unreachableRows } from './unreachable.js';

const says = words.morning.week;

/** So many withdrawn ones have a button each; the rest is found by number. */
const buttonsAtMost = 5;

/** What stands out for a lead in the week, of the teams of their area: a line each, none where there is nothing. */
export async function weekFor(ports: Ports, person: Person, scene: Scene): Promise<WeekLine[]> {
  const mine = inAreaOf(person, scene);
  const everything = (await ports.store.disputes({ by: 'everyone', open: false }))
    .map(({ document }) => document)
    .filter(({ team }) => mine(team));
  return [
    ...ofDisputes(everything, scene),
    ...some((await unreachableRows(ports, person, scene, mine)).length, says.unreachable, 'unreachable'),
    ...some(await overloaded(ports, person, scene), says.caseload, 'caseload'),
  ];
}

/** A line with *Show*, where there is something to show. */
const some = (count: number, sentence: (count: number) => string, shows: string): WeekLine[] =>
  count === 0 ? [] : [{ text: sentence(count), buttons: [{ title: says.show, words: shows }] }];

function ofDisputes(everything: readonly Dispute[], scene: Scene): WeekLine[] {
  const { label, words: called } = scene.directory.policy;
  const { today } = scene;
  const since = addDays(today, -7);
  const withdrawn = everything.filter(({ history }) =>
    history.some(({ kind, on }) => kind === 'withdrawn' && on >= since),
  );
  return [
    ...standingOut.flatMap((as) => {
      const { length } = everything.filter((dispute) => standsOut(dispute, as, today));
      return some(length, (count) => standingOutText(as, count, scene), as);
    }),
    ...(withdrawn.length === 0
      ? []
      : [
          {
            text: says.withdrawn(
              withdrawn.length,
              counted(withdrawn.length, label, called.disputes),
              dayText(since, today),
            ),
            buttons: withdrawn
              .slice(0, buttonsAtMost)
              .map(({ number }) => ({ title: number, words: number })),
          },
        ]),
  ];
}

/** IROs over the Handbook's 70, as the measure counts them; that a lead was told is kept as every reading is. */
async function overloaded(ports: Ports, person: Person, { today }: Scene): Promise<number> {
  const { store, now, newId } = ports;
  const period = quarterOf(today);
  const read = { how: 'report', figures: 'caseload', ...period, asAt: today } as const;
  const sources = await readSources(
    { store, now: now(), newId },
    person.id,
    { ...read, about: person.area === undefined ? [] : [person.area] },
    person.area,
  );
  const report = reportOn('caseload', sources, { period, asAt: today });
  const caseload = report.measures.find(({ id }) => id === 'caseload');
  return caseload?.rows.find(({ key }) => key === 'over-70')?.count ?? 0;
}
