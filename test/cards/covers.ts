import {
  coverCard,
  coverEndedCard,
  coverList,
  coverNotEndedCard,
  coverProblem,
  disputeCard,
  type Shown,
  whichPersonCard,
} from '../../src/cards/index.js';
import type { Cover, CoverRefusal } from '../../src/people/cover.js';
import { absencesFrom } from '../../src/people/cover.js';
import type { Directory } from '../../src/people/directory.js';
import { words } from '../../src/words/index.js';
import {
  directoryWith,
  iro,
  lead,
  oddlyNamed,
  operationsManager,
  sceneOn,
  teamManager,
  viewerOf,
} from './service.js';
import { situationsUnder } from './situations.js';

const cover: Cover = {
  by: lead.id,
  from: '2026-03-02',
  to: '2026-03-20',
  enteredBy: lead.id,
  at: '2026-03-01T09:00:00.000Z',
};
const planned: Cover = { ...cover, from: '2026-08-03', to: '2026-08-21' };
const { by: _, ...alone } = cover;

const whileAway = (directory: Directory, covers: Readonly<Record<string, Cover>>): Directory => ({
  ...directory,
  people: directory.people.map((person) => {
    const absence = covers[person.id];
    return absence === undefined ? person : { ...person, covers: [absence] };
  }),
});

/** Every card about who is away, by name. */
export function coverCards(): [name: string, shown: Shown][] {
  const scene = sceneOn('2026-03-04');
  const away = sceneOn(
    '2026-03-04',
    whileAway(directoryWith(), {
      [iro.id]: cover,
      [teamManager.id]: { ...cover, by: operationsManager.id, to: '2026-03-04', from: '2026-03-04' },
      [oddlyNamed.id]: { ...alone, from: '2026-04-01', to: '2027-01-04' },
    }),
  );
  const both = sceneOn(
    '2026-03-04',
    whileAway(directoryWith(), { [lead.id]: { ...alone, from: '2026-03-09', to: '2026-03-10' } }),
  );
  const all = away.directory.people.flatMap((absent) =>
    absencesFrom(absent, away.today).map((each) => ({ absent, cover: each })),
  );
  const nothing = { covers: [], notIn: [], staysIn: [], leaves: [], hasLead: true };
  return [
    ['entered, for an IRO', coverCard(iro, lead, cover, lead, scene, { ...nothing, covers: ['iro'] })],
    [
      'entered, with a dispute on the other side',
      coverCard(teamManager, operationsManager, cover, teamManager, scene, {
        ...nothing,
        covers: ['stage'],
        notIn: ['D-2026-0042', 'D-2026-0043'],
      }),
    ],
    ['entered, nobody covers', coverCard(iro, undefined, alone, iro, scene, nothing)],
    [
      'entered, nobody covers and no lead',
      coverCard(iro, undefined, alone, iro, scene, { ...nothing, hasLead: false }),
    ],
    [
      'entered, nobody can stand in',
      coverCard(iro, undefined, alone, iro, scene, { ...nothing, staysIn: ['D-2026-0042'] }),
    ],
    [
      'entered, by who covers themself',
      coverCard(lead, undefined, alone, lead, scene, {
        ...nothing,
        leaves: [
          { absent: iro, from: '2026-03-04', to: '2026-03-20' },
          { absent: teamManager, from: '2026-03-09', to: '2026-03-09' },
        ],
      }),
    ],
    ['ended', coverEndedCard(iro, cover, scene)],
    ['ended before it began', coverEndedCard(iro, { from: '2026-08-03', to: '2026-08-03' }, scene)],
    ['nothing to end', coverNotEndedCard(iro, undefined, [], iro, scene)],
    ['nothing to end today', coverNotEndedCard(iro, undefined, [planned], iro, scene)],
    ['nothing to end from that day', coverNotEndedCard(iro, '2026-02-09', [cover, planned], lead, scene)],
    ['nothing to end any more', coverNotEndedCard(iro, '2026-02-09', [], lead, scene)],
    ['list, nobody', coverList([], lead, scene, 0)],
    ['list, nobody, for who is no lead', coverList([], iro, scene, 0)],
    ['list, for a lead', coverList(all, lead, away, 0)],
    ['list, of who covers and is away too', coverList(all, lead, both, 0)],
    ['list, for who is away', coverList(all.slice(0, 1), iro, away, 0)],
    ['which', whichPersonCard('Example', [iro, lead], (upn) => `cover ${upn} ends`)],
    [
      'which, of more than are shown',
      whichPersonCard('e', scene.directory.people.slice(0, 7), (upn) => `cover ${upn} ends`),
    ],
    ...[lead, iro].flatMap((who) =>
      (['how', 'backwards', 'over', 'lead-only'] as const).map((kind): [string, Shown] => [
        `${kind}, for ${who.name}`,
        coverProblem({ kind }, who),
      ]),
    ),
    ['no such day', coverProblem({ kind: 'no-day', text: 'soon **now**' }, lead)],
    ['no such name', coverProblem({ kind: 'no-name', text: 'Nobody' }, lead)],
    ...(Object.keys(words.cover.why) as CoverRefusal[]).map((why): [string, Shown] => [
      `refused: ${why}`,
      coverProblem({ kind: 'refused', why, name: iro.name, by: operationsManager.name }, lead),
    ]),
    ...disputesCovered(),
  ];
}

/** The same disputes, seen by who is away and by who acts for them. */
function disputesCovered(): [string, Shown][] {
  const open = situationsUnder({}).filter(({ dispute }) => dispute.status !== 'closed');
  const first = new Map(open.toReversed().map((each) => [each.dispute.status, each]));
  return [...first.values()].flatMap(({ name, dispute, scene }) => {
    const covers = { [iro.id]: { ...cover, from: scene.today, to: '2027-01-04' } };
    const stage = { [teamManager.id]: { ...covers[iro.id], by: operationsManager.id } as Cover };
    const under = (absences: Readonly<Record<string, Cover>>) =>
      sceneOn(scene.today, whileAway(scene.directory, absences));
    const seen = (who: typeof iro, absences: Readonly<Record<string, Cover>>): Shown[] => {
      const there = under(absences);
      const person = there.directory.people.find(({ id }) => id === who.id) ?? who;
      const viewer = viewerOf(dispute, person, there);
      return viewer.sides.size === 0 ? [] : [disputeCard(dispute, viewer, there)];
    };
    return [
      ...seen(lead, covers).map((shown): [string, Shown] => [`${name} · who covers the IRO`, shown]),
      ...seen(iro, covers).map((shown): [string, Shown] => [`${name} · the IRO who is away`, shown]),
      ...seen(operationsManager, stage).map((shown): [string, Shown] => [
        `${name} · who covers the stage`,
        shown,
      ]),
      ...seen(teamManager, { [teamManager.id]: { ...alone, from: scene.today } }).map(
        (shown): [string, Shown] => [`${name} · a holder who is away`, shown],
      ),
      ...seen(iro, { [teamManager.id]: { ...alone, from: scene.today } }).map((shown): [string, Shown] => [
        `${name} · the IRO of a holder who is away`,
        shown,
      ]),
    ];
  });
}
