import { childCard } from '../../src/cards/index.js';
import type { Conference } from '../../src/reviews/caseSystem.js';
import type { ChildFact } from '../../src/reviews/child.js';
import { careFrom, expected, heldOn } from '../reviews/childFacts.js';
import { sameOrTwo } from '../reviews/saidFacts.js';
import { directoryWith, iro, sceneOn, viewerOf } from './service.js';
import type { Policy } from '../../src/policy/policy.js';

const recordedAt = '2025-10-01T09:00:00.000Z';

/** What the card of a child with these facts says on Tue 10 Mar 2026, run by run. */
function card(facts: readonly ChildFact[], policy: Partial<Policy> = {}, readAt?: string) {
  const importedAt = readAt === undefined ? {} : { ssd: readAt };
  const scene = sceneOn('2026-03-10', { ...directoryWith(policy), importedAt });
  const child = {
    id: 'child:700123',
    type: 'child' as const,
    shape: 1 as const,
    ref: '700123',
    facts: facts.map((fact) => ({ ...fact, recordedAt })),
  };
  const shown = childCard(child, [], (dispute) => viewerOf(dispute, iro, scene), scene, { person: iro });
  const runs = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(runs);
    if (typeof value !== 'object' || value === null) return [];
    if ('type' in value && value.type === 'TextRun' && 'text' in value) return [String(value.text)];
    return Object.values(value).flatMap(runs);
  };
  const all = runs(shown.card['body']);
  /** What stands beside a label, or nothing. */
  const beside = (label: string) => (all.includes(label) ? all[all.indexOf(label) + 1] : undefined);
  return { all, beside };
}

const beside = (label: string, ...facts: ChildFact[]) => card(facts).beside(label);

describe('the card of a child', () => {
  it.each([
    ['2026-02-12', 'First review due Thu 12 Mar (2 working days left)'],
    ['2026-02-10', 'First review due Tue 10 Mar (today)'],
    ['2026-02-09', 'First review was due Mon 9 Mar (1 working day late)'],
  ])('says when the first review is due: care from %s', (startedOn, text) => {
    expect(beside('Next review', careFrom(startedOn))).toBe(text);
    expect(beside('Last review', careFrom(startedOn))).toBe('Not known');
  });

  it('says when the second and the later ones are due', () => {
    const care = careFrom('2025-11-10');
    expect(beside('Next review', care, heldOn('2025-12-08'))).toBe(
      'Second review was due Sun 8 Mar (2 working days late)',
    );
    expect(beside('Next review', care, heldOn('2025-12-08'), heldOn('2026-03-06'))).toBe(
      'Due Sun 6 Sep (123 working days left)',
    );
  });

  it('says how the last one was held, and whether it was in time', () => {
    const care = careFrom('2025-11-10');
    expect(beside('Last review', care, heldOn('2025-12-08'))).toBe('Held on Mon 8 Dec 2025, on time');
    expect(beside('Last review', care, heldOn('2025-12-10'))).toBe(
      'Held on Wed 10 Dec 2025, 2 working days late (due Mon 8 Dec 2025)',
    );
    expect(beside('Last review', care, heldOn('2025-12-08', { withoutMeeting: true }))).toBe(
      'Held without a meeting on Mon 8 Dec 2025, on time',
    );
    expect(beside('Last review', care, heldOn('2025-12-08', { firstOn: '2025-12-02' }))).toBe(
      'Held from Tue 2 Dec 2025 to Mon 8 Dec 2025, on time',
    );
  });

  it('says in plain words that a due date is not known', () => {
    const care = careFrom(null);
    expect(beside('Next review', care)).toBe(
      'Due date not known: the day it is counted from is not in the files',
    );
    expect(beside('Last review', care, heldOn('2026-02-10'))).toBe(
      'Held on Tue 10 Feb; when it was due is not known',
    );
  });

  it('has no next review for a child who has left, and no date of ours for short breaks', () => {
    expect(beside('Next review', careFrom('2025-11-10', { endedOn: '2026-03-09' }))).toBe(
      'None: no longer looked after',
    );
    const shortBreaks = careFrom('2025-11-10', { legalStatuses: [{ from: '2025-11-10', code: 'V4' }] });
    expect(beside('Next review', shortBreaks)).toBe(
      'This review has a clock of its own, and no due date here',
    );
    expect(beside('Case system', shortBreaks, expected('2026-05-11'))).toBe(
      'Due Mon 11 May (41 working days left)',
    );
    expect(beside('Last review', shortBreaks, heldOn('2026-02-10'))).toBe(
      'Held on Tue 10 Feb; it has a clock of its own',
    );
  });

  it('has no date of ours for a child placed for adoption, and does not say where it lives', () => {
    const placed = careFrom('2025-04-10', { adoption: [{ from: '2025-11-10', placed: true }] });
    const facts = [placed, heldOn('2026-02-10'), expected('2026-05-11')] as const;
    expect(beside('Next review', ...facts)).toBe('This review has a clock of its own, and no due date here');
    expect(beside('Case system', ...facts)).toBe('Due Mon 11 May (41 working days left)');
    expect(beside('Last review', ...facts)).toBe('Held on Tue 10 Feb; it has a clock of its own');
    expect(JSON.stringify(card([...facts]))).not.toMatch(/adopt|placed/i);
    const turns = [...(placed.adoption ?? []), { from: '2026-02-16', placed: false }];
    expect(beside('Next review', { ...placed, adoption: turns })).toBe(
      'Due Mon 30 Mar (14 working days left), by a clock of its own',
    );
  });

  it('shows the policy’s earlier target under the date by law, in the service’s own words', () => {
    const { words } = directoryWith().policy;
    const { all } = card([careFrom('2026-02-12')], {
      targets: { first: 27 },
      words: { ...words, review: 'looked-after review' },
    });
    expect(all).toContain('First looked-after review due Thu 12 Mar (2 working days left)');
    expect(all).toContain('The service’s own target: Wed 11 Mar');
  });

  it('shows the case system’s own date beside ours where it is another, and only there', () => {
    const care = careFrom('2026-02-12');
    expect(beside('Case system', care, expected('2026-03-12'))).toBeUndefined();
    expect(beside('Case system', care, expected('2026-03-16'))).toBe(
      'Due Mon 16 Mar, 2 working days later than by law',
    );
    expect(beside('Case system', care, expected('2026-03-11'))).toBe(
      'Due Wed 11 Mar, 1 working day earlier than by law',
    );
    expect(beside('Case system', care, expected('2026-03-12', { cancelled: true }))).toBe(
      'The one due Thu 12 Mar is cancelled there: that moves no due date',
    );
    expect(beside('Case system', careFrom(null), expected('2026-03-12'))).toBe(
      'Due Thu 12 Mar (2 working days left)',
    );
  });

  it('lists where a review was held on another day by another source, and asks whether two are one', () => {
    const inTeams = (day: string) => heldOn(day, { source: 'teams' });
    const inCaseSystem = heldOn('2025-12-05', { source: 'ssd', sourceId: 'R1' });
    const care = careFrom('2025-11-10');
    expect(card([care, inTeams('2025-12-03'), inCaseSystem]).all).toContain(
      'Held on Wed 3 Dec 2025 in Teams, and on Fri 5 Dec 2025 in the case system: what was recorded later is shown.',
    );
    expect(card([care, inTeams('2025-12-03'), inTeams('2025-12-08'), inCaseSystem]).all).toContain(
      'Perhaps one review, recorded twice: held on Wed 3 Dec 2025 (Teams) and on Fri 5 Dec 2025 (the case system). Both are counted.',
    );
  });

  it('asks no more about a day of which somebody has said that it is of the same review, whatever its code', () => {
    const asked = 'what was recorded later is shown';
    const two = [
      careFrom('2025-11-10'),
      heldOn('2025-12-05', { source: 'ssd', sourceId: 'R1', participation: 'PN4' }),
      heldOn('2025-12-03', { source: 'teams' }),
    ];
    const settled = sameOrTwo(['2025-12-03', '2025-12-05'], true, '2025-12-03');
    expect(card(two).all.join()).toContain(asked);
    expect(card([...two, settled]).all.join()).not.toContain(asked);
  });

  it('says of which day the case system is once that is older than two working days', () => {
    const care = careFrom('2026-02-12');
    const readAt = (at: string) => card([care], {}, at).all.filter((text) => text.startsWith('Case system'));
    expect(readAt('2026-03-05T06:00:00.000Z')).toEqual(['Case system as at Thu 5 Mar']);
    expect(readAt('2026-03-06T06:00:00.000Z')).toEqual([]);
  });

  it('says when the next child protection conference is due and how the last was held, while a plan goes on', () => {
    const conference = (differs: Partial<Conference>): Conference => ({
      kind: 'conference',
      source: 'ssd',
      conference: 'initial',
      sourceId: 'C1',
      recordedAt,
      ...differs,
    });
    expect(beside('Next conference', conference({ strategyOn: '2026-02-20' }))).toBe(
      'Initial child protection conference due Fri 13 Mar (3 working days left)',
    );
    const initial = conference({ strategyOn: '2025-11-13', heldOn: '2025-12-08', plans: true });
    const { beside: of, all } = card([initial]);
    expect(of('Last conference')).toBe('Held on Mon 8 Dec 2025, 2 working days late (due Thu 4 Dec 2025)');
    expect(of('Next conference')).toBe(
      'First child protection review was due Sun 8 Mar (2 working days late)',
    );
    // At home: no review is due, and none is said to be.
    expect(all).not.toContain('Next review');
    const review = conference({ conference: 'review', sourceId: 'V1', heldOn: '2026-03-06' });
    const lookedAfter = card([careFrom('2026-02-12'), initial, review]);
    expect(lookedAfter.beside('Next conference')).toBe(
      'Child protection review due Sun 6 Sep (123 working days left)',
    );
    expect(lookedAfter.beside('Next review')).toBe('First review due Thu 12 Mar (2 working days left)');
    const ended = card([initial, { ...review, plans: false }]).all;
    expect(ended).not.toContain('Next conference');
    expect(ended).not.toContain('Next review');
    expect(beside('Next conference', conference({}))).toBe(
      'Initial child protection conference (due date not known)',
    );
  });

  it('names no legal status, code or id', () => {
    const { all } = card([careFrom('2025-11-10'), heldOn('2025-12-08', { source: 'ssd', sourceId: 'R-1' })]);
    expect(all.join(' ')).not.toMatch(/PN\d|C1|V4|R-1/);
  });
});
