import { refusalSentence, saidAfter } from '../../src/cards/index.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { Person } from '../../src/people/person.js';
import { directoryWith, iro, operationsManager, sceneOn, teamManager, viewerOf } from './service.js';
import { pressed, raised, typed } from './working.js';

const monday = sceneOn('2026-03-02');
const start = raised(monday);
const on = sceneOn('2026-03-03');

/** What is said of the first event of the last press. */
function saidOf(dispute: Dispute, who: Person, scene = on) {
  const last = dispute.history.at(-1)!;
  const first = dispute.history.find(({ at, verb }) => at === last.at && verb === last.verb)!;
  return saidAfter(first, dispute, viewerOf(dispute, who, scene), scene);
}
const press = (dispute: Dispute, ...[verb, by, fields]: [Parameters<typeof pressed>[1], Person, object?]) =>
  pressed(dispute, verb, by, { text: typed('because.'), ...fields }, on);

describe('what a press is told', () => {
  it('says who has it, by role and name, and until when', () => {
    expect(saidOf(start, iro, monday)).toBe(
      'You raised D-2026-0042 at 09:14. It is with the team manager, Example Team-Manager, who has until Mon 9 Mar.',
    );
    expect(saidOf(press(start, 'escalate', iro), iro)).toBe(
      'You escalated this to the operations manager at 09:14. It is with the operations manager, Example Operations-Manager, who has until Tue 10 Mar.',
    );
  });

  it('says the truth of a vacant stage', () => {
    const scene = sceneOn('2026-03-02', directoryWith({}, { 'team-manager': undefined }));
    expect(saidOf(raised(scene), iro, scene)).toBe(
      'You raised D-2026-0042 at 09:14. Nobody holds the stage of team manager, so nobody could be told; the lead is told. The due day is Mon 9 Mar.',
    );
  });

  it('says of an acknowledgement that the answer is still needed', () => {
    const acknowledged = press(start, 'acknowledge', teamManager);
    expect(saidOf(acknowledged, teamManager)).toBe(
      'You acknowledged this at 09:14. Your answer is still needed by Mon 9 Mar.',
    );
    expect(saidOf(acknowledged, iro)).toBe(
      'Example Team-Manager acknowledged this at 09:14. Their answer is still needed by Mon 9 Mar.',
    );
  });

  it('names those left out by a bypass', () => {
    expect(saidOf(press(start, 'escalate', iro, { to: 'assistant-director' }), iro)).toContain(
      'to the assistant director, leaving out the operations manager, at 09:14.',
    );
  });

  it('promises nothing that is no longer true, when the press is sent again later', () => {
    const acknowledged = press(start, 'acknowledge', teamManager);
    const event = acknowledged.history.at(-1)!;
    const moved = press(acknowledged, 'escalate', iro);
    expect(saidAfter(event, moved, viewerOf(moved, teamManager, on), on)).toBe(
      'You acknowledged this at 09:14. It has moved on since.',
    );
  });
});

describe('what a refused press is told', () => {
  const refused = (reason: Parameters<typeof refusalSentence>[0], dispute: Dispute, who: Person) =>
    refusalSentence(reason, dispute, viewerOf(dispute, who, on), on);

  it('says when it moved on and who has it', () => {
    const moved = press(press(start, 'escalate', iro), 'note', iro);
    expect(refused({ reason: 'moved-on' }, moved, teamManager)).toBe(
      'This moved on at 09:14. It is with the operations manager now.',
    );
    expect(refused({ reason: 'moved-on' }, moved, operationsManager)).toBe(
      'This moved on at 09:14. It is with you now.',
    );
  });

  it('says that the IRO has an answer already', () => {
    const answered = press(start, 'resolve', teamManager);
    expect(refused({ reason: 'answer-given' }, answered, teamManager)).toBe('The IRO has your answer.');
  });

  it('says nothing of a dispute that somebody may not see', () => {
    const viewer = viewerOf(start, operationsManager, on);
    expect(refusalSentence({ reason: 'closed' }, undefined, viewer, on)).toBe(
      'I cannot find that, or it is not one that you may see.',
    );
  });
});
