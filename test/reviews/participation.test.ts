import { readParticipation } from '../../src/reviews/participation.js';

describe('a participation code', () => {
  it('is recorded where it fits the age at the review', () => {
    expect(readParticipation('PN5', '2018-03-09', '2010-01-01')).toEqual({ code: 'PN5' });
    expect(readParticipation('PN0', '2018-03-09', '2014-03-10')).toEqual({ code: 'PN0' });
    expect(readParticipation('pn5', '2018-03-09', '2010-01-01')).toEqual({ code: 'PN5' });
  });

  it.each([
    ['', '167'],
    ['PN8', '167'],
    ['4', '167'],
  ])('is not recorded when it is missing or unknown (%j)', (text, rule) => {
    expect(readParticipation(text, '2018-03-09', '2010-01-01')).toEqual({
      code: null,
      reason: expect.stringContaining(`rule ${rule}`),
    });
  });

  it('is not recorded when it says under 4 of an older child (440), from the fourth birthday on', () => {
    expect(readParticipation('PN0', '2018-03-09', '2014-03-09').reason).toContain('rule 440');
  });

  it('is not recorded when it says 4 or over of a younger child (441)', () => {
    expect(readParticipation('PN1', '2018-03-09', '2014-03-10').reason).toContain('rule 441');
  });

  it('counts a birthday on 29 February as any other', () => {
    expect(readParticipation('PN0', '2016-02-28', '2012-02-29').code).toBe('PN0');
    expect(readParticipation('PN1', '2016-02-29', '2012-02-29').code).toBe('PN1');
  });

  it('is taken as it is where the date of birth is not known', () => {
    expect(readParticipation('PN0', '2018-03-09', undefined).code).toBe('PN0');
  });
});
