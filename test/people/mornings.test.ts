import * as fc from 'fast-check';
import { addDays } from '../../src/calendar/days.js';
import type { Person } from '../../src/people/person.js';
import { nextCardOn, partsOn, wakePerson, withWake } from '../../src/people/mornings.js';

const hours = { morningHour: '08:00' };
const somebody = (differs: Partial<Person> = {}): Person => ({
  id: 'person:1',
  type: 'person',
  shape: 1,
  name: 'Example Person',
  upn: 'person@authority.example',
  roles: ['iro'],
  conversation: {
    id: 'chat',
    serviceUrl: 'https://x.example',
    channelId: 'msteams',
    botId: 'b',
    userId: 'u',
  },
  wakeAt: '2026-03-03T08:00:00.000Z',
  ...differs,
});
// Tue 3 Mar 2026.
const tuesday = '2026-03-03T08:00:00.000Z';

describe('waking somebody for their morning', () => {
  it('tells the day, once, and looks again on the next morning', () => {
    const { person, tells } = wakePerson(somebody(), hours, tuesday);
    expect(tells).toBeDefined();
    expect(person).toMatchObject({ wakeAt: '2026-03-04T08:00:00.000Z', mornings: { lastOn: '2026-03-03' } });
    expect(wakePerson(person, hours, '2026-03-03T10:00:00.000Z').tells).toBeUndefined();
  });

  it('tells another number on another day, so that a day is claimed once', () => {
    const first = wakePerson(somebody(), hours, tuesday);
    const second = wakePerson(first.person, hours, '2026-03-04T08:00:00.000Z');
    expect((second.tells ?? 0) - (first.tells ?? 0)).toBe(1);
  });

  it.each([
    ['on a Saturday', {}, '2026-03-07T09:00:00.000Z', '2026-03-09T08:00:00.000Z'],
    ['on Good Friday', {}, '2026-04-03T09:00:00.000Z', '2026-04-07T07:00:00.000Z'],
    ['on a Thursday off', { works: 'mon-wed' }, '2026-03-05T09:00:00.000Z', '2026-03-09T08:00:00.000Z'],
    ['before the hour', {}, '2026-03-03T07:30:00.000Z', '2026-03-03T08:00:00.000Z'],
    ['in the evening', {}, '2026-03-03T19:00:00.000Z', '2026-03-04T08:00:00.000Z'],
    ['before they come', { from: '2026-03-09' }, tuesday, '2026-03-04T08:00:00.000Z'],
    ['before they were met', { conversation: undefined }, tuesday, '2026-03-04T08:00:00.000Z'],
    [
      'in a pause, which ends on a Saturday',
      { pausedUntil: '2026-03-07T08:00:00.000Z' },
      tuesday,
      '2026-03-09T08:00:00.000Z',
    ],
    ['in a pause of hours', { pausedUntil: '2026-03-03T10:15:00.000Z' }, tuesday, '2026-03-03T10:15:00.000Z'],
  ])('tells nothing %s, and comes back', (_, differs, now, wakeAt) => {
    const { person, tells } = wakePerson(somebody(differs), hours, now);
    expect(tells).toBeUndefined();
    expect(person.wakeAt).toBe(wakeAt);
  });

  it('lets whoever has left sleep', () => {
    const { person, tells } = wakePerson(somebody({ to: '2026-03-02' }), hours, tuesday);
    expect([tells, person.wakeAt]).toEqual([undefined, undefined]);
    expect(withWake(person, hours, tuesday)).toBe(person);
  });

  it('never puts off a wake that is due', () => {
    const due = somebody();
    expect(withWake(due, hours, '2026-03-03T08:00:01.000Z')).toBe(due);
    expect(withWake(somebody({ wakeAt: undefined }), hours, tuesday).wakeAt).toBe(tuesday);
  });
});

describe('the day of the next morning card', () => {
  const cover = (from: string, to: string) => ({ from, to, enteredBy: 'person:x', at: tuesday });
  const told = { mornings: { lastOn: '2026-03-03' } };
  const evening = '2026-03-03T19:00:00.000Z';
  it.each<[string, Partial<Person>, string, string | undefined]>([
    ['the next working day', told, tuesday, '2026-03-04'],
    ['today, before its hour', {}, '2026-03-03T07:00:00.000Z', '2026-03-03'],
    ['the next of their own working days', { ...told, works: 'mon-tue' }, evening, '2026-03-09'],
    ['when a pause ends', { pausedUntil: '2026-03-05T08:00:00.000Z' }, evening, '2026-03-05'],
    ['today, where a pause ends today', { pausedUntil: '2026-03-03T10:00:00.000Z' }, tuesday, '2026-03-03'],
    [
      'tomorrow, where a pause ends today and today’s was told',
      { ...told, pausedUntil: '2026-03-03T10:00:00.000Z' },
      tuesday,
      '2026-03-04',
    ],
    ['after an absence', { covers: [cover('2026-03-04', '2026-03-06')] }, evening, '2026-03-09'],
    [
      'after absences, one upon the other',
      { covers: [cover('2026-03-09', '2026-03-10'), cover('2026-03-04', '2026-03-08')] },
      evening,
      '2026-03-11',
    ],
    [
      'after an absence in which a pause ends',
      { pausedUntil: '2026-03-05T08:00:00.000Z', covers: [cover('2026-03-05', '2026-03-05')] },
      evening,
      '2026-03-06',
    ],
    ['none, where they have left by then', { to: '2026-03-03' }, evening, undefined],
  ])('is %s', (_, differs, now, day) => {
    expect(nextCardOn(somebody(differs), hours, now)).toBe(day);
  });

  it('is when a wake tells the next one, whatever the pause and the absences', () => {
    const days = fc.integer({ min: 0, max: 12 }).map((more) => addDays('2026-03-03', more));
    fc.assert(
      fc.property(
        days,
        days,
        fc.option(days),
        fc.constantFrom(undefined, 'mon-wed'),
        (one, other, till, works) => {
          const [from = one, to = one] = [one, other].toSorted();
          let person: Person = somebody({
            covers: [cover(from, to)],
            ...(till === null ? {} : { pausedUntil: `${till}T09:30:00.000Z` }),
            ...(works === undefined ? {} : { works }),
            ...told,
          });
          const expected = nextCardOn(person, hours, evening);
          let now = evening;
          for (;;) {
            const woken = wakePerson(person, hours, now);
            if (woken.tells !== undefined) break;
            person = woken.person;
            now = person.wakeAt ?? '';
          }
          expect(now.slice(0, 10)).toBe(expected);
        },
      ),
    );
  });
});

describe('the week of a lead and the month', () => {
  const lead = (differs: Partial<Person> = {}) => somebody({ roles: ['lead'], ...differs });
  const parts = (person: Person, now: string) => {
    const woken = wakePerson(person, hours, now);
    return { ...partsOn(woken.person, now.slice(0, 10)), person: woken.person };
  };

  it('come on the first of their own working days in it, and not again', () => {
    // Mon 2 Mar is the first of both.
    const monday = parts(lead(), '2026-03-02T08:00:00.000Z');
    expect(monday).toMatchObject({ weekly: true, monthly: true });
    const next = parts(monday.person, tuesday);
    expect(next).toMatchObject({ weekly: false, monthly: false });
    expect(parts(next.person, '2026-03-09T08:00:00.000Z')).toMatchObject({ weekly: true, monthly: false });
    expect(parts(lead({ works: 'wed-fri' }), '2026-03-04T08:00:00.000Z')).toMatchObject({
      weekly: true,
      monthly: true,
    });
  });

  it('come later where the bot was down on that day', () => {
    const monday = parts(lead(), '2026-03-02T08:00:00.000Z');
    expect(parts(monday.person, '2026-03-12T09:00:00.000Z')).toMatchObject({ weekly: true, monthly: false });
  });

  it('do not come in the middle of it to whom it never came', () => {
    expect(parts(lead(), tuesday)).toMatchObject({ weekly: false, monthly: false });
  });

  it('are no manager’s; the month is an IRO’s too', () => {
    expect(parts(somebody({ roles: ['manager'] }), '2026-03-02T08:00:00.000Z')).toMatchObject({
      weekly: false,
      monthly: false,
    });
    expect(parts(somebody(), '2026-03-02T08:00:00.000Z')).toMatchObject({ weekly: false, monthly: true });
  });
});
