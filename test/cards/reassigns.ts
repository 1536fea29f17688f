import {
  type Arrivals,
  arrivalsCard,
  childCard,
  compactArrivalsCard,
  reassignForm,
  shareCancelledCard,
  shareCard,
  shareForm,
  sharedCard,
  shareProblem,
  type Shown,
} from '../../src/cards/index.js';
import type { Child } from '../../src/reviews/child.js';
import { words } from '../../src/words/index.js';
import { directoryWith, iro, lead, oddlyNamed, sceneOn, teamManager, viewerOf } from './service.js';
import { situationsUnder } from './situations.js';

const emptyForm = () => ({ id: 'form', values: {}, problems: [], warned: [] });
const scene = sceneOn('2026-03-04', directoryWith());
const child: Child = {
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: [
    {
      kind: 'allocation',
      initials: 'AB',
      family: 'FAMILY-REF-1',
      iro: iro.upn,
      team: 'North',
      recordedAt: '2026-03-01T00:00:00.000Z',
      source: 'allocations',
    },
  ],
};
const children = (count: number, from = 700130) =>
  Array.from({ length: count }, (_, index) => ({
    ref: `${from + index}`,
    initials: index === 3 ? '' : 'CD',
  }));
const halfTime = { ...lead, fte: 0.5 };

function arrivals(count: number, disputes: number): Arrivals {
  const open = situationsUnder({})
    .map(({ dispute }) => dispute)
    .filter(({ status, iro: id }) => status !== 'closed' && id === iro.id);
  return {
    type: 'arrivals',
    id: `arrivals:${iro.id}`,
    turn: 0,
    changedAt: scene.now,
    person: iro,
    children: children(count).map((each) => ({ ...each, team: 'North', from: lead.upn, at: scene.now })),
    disputes: open.slice(0, disputes),
  };
}

/** Every card about a child, or many, who get another IRO, by name. */
export function reassignCards(): [name: string, shown: Shown][] {
  const { away, notOnList, opposite, did, movedMeanwhile } = words.reassign;
  const form = (problem?: string) =>
    reassignForm(child, [lead, oddlyNamed], scene, {
      ...emptyForm(),
      ...(problem === undefined ? {} : { values: { iro: lead.upn }, problems: [{ field: 'iro', problem }] }),
    });
  const said = (text: string) =>
    childCard(child, [], (dispute) => viewerOf(dispute, lead, scene), scene, { person: lead, said: text });
  const proposed = (left: number) => ({
    from: iro,
    shares: [
      { to: teamManager, now: 41, children: children(7) },
      { to: halfTime, now: 24, children: children(2, 700140) },
      { to: oddlyNamed, now: 70, children: [] },
    ],
    left: children(left, 700150),
  });
  const came = (count: number, disputes: number, page = 0) =>
    arrivalsCard(arrivals(count, disputes), (dispute) => viewerOf(dispute, iro, scene), scene, page);
  const nothing = { to: [], before: 0, moved: [], opposite: [], gone: [] };
  return [
    ['form', form()],
    ['form, on the other side', form(opposite(lead.name, 'D-2026-0042 and D-2026-0043'))],
    ['form, away', form(away(lead.name))],
    ['form, not on the list', form(notOnList)],
    ['form, nobody else', reassignForm(child, [], scene, emptyForm())],
    ['done', said(did(lead.name))],
    ['moved meanwhile', said(movedMeanwhile(teamManager.name))],
    ['share', shareCard(proposed(0), 'share iro among lead', 0)],
    ['share, some stay', shareCard(proposed(2), 'share iro among lead', 0)],
    ['share, none to share', shareCard({ from: iro, shares: [], left: [] }, 'share iro among lead', 0)],
    [
      'share, many',
      shareCard(
        { from: iro, shares: [{ to: lead, now: 3, children: children(68) }], left: [] },
        'share iro among lead',
        1,
      ),
    ],
    ['share, form', shareForm([iro, oddlyNamed], scene, emptyForm())],
    [
      'share, form, nobody taken',
      shareForm([iro, lead], scene, {
        ...emptyForm(),
        values: { whose: iro.upn },
        problems: [{ field: 'among', problem: words.reassign.share.chooseAmong }],
      }),
    ],
    ['share, cancelled', shareCancelledCard()],
    [
      'shared',
      sharedCard(iro, {
        ...nothing,
        to: [
          { person: teamManager, count: 7 },
          { person: lead, count: 1 },
        ],
      }),
    ],
    [
      'shared, but not all',
      sharedCard(iro, {
        to: [{ person: lead, count: 1 }],
        before: 3,
        moved: ['700131'],
        opposite: ['700132', '700133'],
        gone: [oddlyNamed.name],
      }),
    ],
    ['shared before', sharedCard(iro, { ...nothing, before: 9 })],
    ['shared, nothing', sharedCard(iro, { ...nothing, moved: ['700131'] })],
    ...(['how', 'lead-only'] as const).map((kind): [string, Shown] => [kind, shareProblem({ kind })]),
    ...(['no-iro', 'oneself', 'away'] as const).map((kind): [string, Shown] => [
      kind,
      shareProblem({ kind, name: oddlyNamed.name }),
    ]),
    ['no such name', shareProblem({ kind: 'no-name', text: 'Nobody' })],
    ['came, one', came(1, 0)],
    ['came, with disputes', came(6, 3)],
    ['came, many, later', came(30, 5, 1)],
    ['came, none', came(0, 0)],
    ['came, too long', compactArrivalsCard(arrivals(9, 2), scene)],
  ];
}
