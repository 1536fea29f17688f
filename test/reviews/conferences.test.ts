import { conferenceTimetable } from '../../src/reviews/conferences.js';

describe('child protection conferences', () => {
  it('begin within 15 working days of the strategy discussion, bank holidays left out', () => {
    expect(conferenceTimetable({ strategyOn: '2026-03-23', reviewsOn: [] }).next).toEqual({
      type: 'initial',
      dueOn: '2026-04-15',
    });
  });

  it('are reviewed within 3 months of the initial one, and then within 6 of the one before', () => {
    const { held, next } = conferenceTimetable({
      strategyOn: '2024-06-03',
      initialOn: '2024-06-24',
      reviewsOn: ['2025-03-31', '2024-09-25'],
    });
    expect(held).toEqual([
      { type: 'initial', dueOn: '2024-06-24', heldOn: '2024-06-24', onTime: true, workingDaysLate: 0 },
      { type: 'first-review', dueOn: '2024-09-24', heldOn: '2024-09-25', onTime: false, workingDaysLate: 1 },
      { type: 'later-review', dueOn: '2025-03-25', heldOn: '2025-03-31', onTime: false, workingDaysLate: 4 },
    ]);
    expect(next).toEqual({ type: 'later-review', dueOn: '2025-09-30' });
  });

  it('count calendar months, which clip', () => {
    const { next } = conferenceTimetable({
      strategyOn: '2024-11-01',
      initialOn: '2024-11-30',
      reviewsOn: [],
    });
    expect(next).toEqual({ type: 'first-review', dueOn: '2025-02-28' });
  });

  it('have no due date that could be known where the strategy discussion is not in the files', () => {
    const { held, next } = conferenceTimetable({
      strategyOn: null,
      initialOn: '2024-06-24',
      reviewsOn: [],
    });
    expect(held).toMatchObject([{ type: 'initial', dueOn: null, onTime: null, workingDaysLate: null }]);
    expect(next).toEqual({ type: 'first-review', dueOn: '2024-09-24' });
  });

  it('have no first review where the initial one is not in the files', () => {
    const { held, next } = conferenceTimetable({ strategyOn: '2024-06-03', reviewsOn: ['2024-09-25'] });
    expect(held).toMatchObject([{ type: 'later-review', dueOn: null, onTime: null }]);
    expect(next).toEqual({ type: 'later-review', dueOn: '2025-03-25' });
  });
});
