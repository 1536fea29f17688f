import { apply, replay } from '../../src/disputes/apply.js';
import { mostText } from '../../src/disputes/decide.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { eventsWithText } from '../../src/disputes/rules.js';
import { after, closed, eventsOf, fieldsToRaise, offered, pressing, refusalOf, waiting } from './builders.js';

const lead = (target: number) => ({
  by: 'person:lead',
  fields: { target: String(target), text: 'It named a school.' },
});

describe('redacting', () => {
  it('replaces all words of one event in the history, the event staying', () => {
    const redacted = after(waiting(), 'redact', lead(1));
    const { worrying, right } = fieldsToRaise();
    expect(JSON.stringify(redacted)).not.toContain(worrying);
    expect(JSON.stringify(redacted)).not.toContain(right);
    expect(redacted.history).toHaveLength(3);
    expect(redacted.history[0]).toMatchObject({ kind: 'raised', redacted: true, theme: 'drift' });
  });

  it('leaves an empty field empty: nothing was said there', () => {
    const noted = after(waiting(), 'close', { fields: { outcome: 'raised-in-error', text: 'Wrong child.' } });
    expect(after(noted, 'redact', lead(3)).history[2]).toMatchObject({ changed: '', redacted: true });
  });

  it('leaves everybody else’s words', () => {
    const redacted = after(offered(), 'redact', lead(1));
    expect(JSON.stringify(redacted)).toContain('The work starts on Monday.');
  });

  it('keeps who did it and why', () => {
    expect(eventsOf(waiting(), 'redact', lead(1))).toMatchObject([
      { kind: 'redacted', target: 1, by: 'person:lead', text: 'It named a school.' },
    ]);
  });

  it('is done once to an event, and is not done to a redaction', () => {
    const redacted = after(waiting(), 'redact', lead(1));
    expect(refusalOf(redacted, 'redact', { ...lead(1), formId: aForm })).toBe('nothing-to-redact');
    const noted = after(redacted, 'note');
    expect(refusalOf(noted, 'redact', { ...lead(3), formId: aForm })).toBe('fields');
    expect(eventsWithText(noted).map(({ seq }) => seq)).toEqual([4]);
  });

  it('is possible after it was closed', () => {
    expect(refusalOf(closed(), 'redact', lead(1))).toBe('done');
  });

  it('gives the same when the redacted history is told again', () => {
    const redacted = after(offered(), 'redact', lead(3));
    expect(replay(redacted.history)).toEqual(redacted);
  });
});

const aForm = '7d2f0b3e-5b0a-4c58-9a36-0f1f2b9f6a11';
const longWords = 'x'.repeat(4000);

/** A dispute in which the holder of the stage typed note after note until there was no room. */
function fullOfNotes(): Dispute {
  for (let dispute = waiting(), n = 1; ; n++) {
    const note = pressing(dispute, 'note', {
      by: 'person:team-manager',
      fields: { text: longWords },
      formId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    });
    if (note.kind !== 'done') return dispute;
    dispute = note.events.reduce(apply, dispute);
  }
}

describe('too many words', () => {
  const full = fullOfNotes();

  it('in notes and questions are refused: the case file is the place', () => {
    expect(refusalOf(full, 'note', { fields: { text: longWords } })).toBe('too-much-text');
    expect(refusalOf(full, 'ask', { by: 'person:team-manager', fields: { text: longWords } })).toBe(
      'too-much-text',
    );
  });

  it('of one person never stand in the way of an answer, an escalation, a closing or a redaction', () => {
    const fields = { text: longWords };
    expect(refusalOf(full, 'resolve', { by: 'person:team-manager', fields })).toBe('done');
    expect(refusalOf(full, 'escalate', { fields })).toBe('done');
    expect(refusalOf(full, 'close', { fields: { ...fields, outcome: 'stands-not-agreed' } })).toBe('done');
    expect(refusalOf(full, 'redact', { ...lead(1), fields: { ...fields, target: '1' } })).toBe('done');
  });

  it('are refused for every act past the end, and an act without words is not', () => {
    expect(refusalOf(waiting(), 'escalate', { fields: { text: 'x'.repeat(mostText) } })).toBe(
      'too-much-text',
    );
    expect(refusalOf(full, 'acknowledge', { by: 'person:team-manager' })).toBe('done');
  });
});
