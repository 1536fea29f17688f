import { personalDetails } from '../../src/disputes/personalDetail.js';

const today = '2026-03-04';

describe('what looks like a personal detail', () => {
  it.each([
    ['They live at SW1A 1AA now', 'a postcode'],
    ['m1 1ae', 'a postcode'],
    ['E17AA', 'a postcode'],
    ['in B33 8TH.', 'a postcode'],
    ['CR2 6XH', 'a postcode'],
    ['DN55 1PT', 'a postcode'],
    ['W1A 0AX', 'a postcode'],
    ['EC1A 1BB', 'a postcode'],
    ['born 03/05/2015', 'a date of birth'],
    ['DOB 3.5.15', 'a date of birth'],
    ['d.o.b. 03-05-2015', 'a date of birth'],
    ['date of birth: 3rd May 2015', 'a date of birth'],
    ['DOB 2015-05-03', 'a date of birth'],
    ['their mother, 12/11/1989', 'a date of birth'],
    ['their mother, 12/11/89', 'a date of birth'],
    ['born on 1 January 2020', 'a date of birth'],
    ['AB (03/05/2015)', 'a date of birth'],
    ['By 31/03/2026 for AB (03/05/2015)', 'a date of birth'],
    ['ring 07700 900123', 'a telephone number'],
    ['07700900123', 'a telephone number'],
    ['020 7946 0000', 'a telephone number'],
    ['(020) 7946 0000', 'a telephone number'],
    ['(01632) 960123', 'a telephone number'],
    ['01632-960-123', 'a telephone number'],
    ['+44 7700 900123', 'a telephone number'],
    ['+44 (0)20 7946 0000', 'a telephone number'],
    ['0044 7700 900123', 'a telephone number'],
    ['943 476 5919', 'an NHS number'],
    ['NHS no 9434765919', 'an NHS number'],
    ['943-476-5919', 'an NHS number'],
  ])('%s: %s', (text, found) => {
    expect(personalDetails(text, today)).toEqual([found]);
  });

  it('is each named once, whatever else is there', () => {
    const text = 'SW1A 1AA, M1 1AE, born 03/05/2015, 07700 900123, NHS 943 476 5919';
    expect(personalDetails(text, today)).toEqual([
      'a postcode',
      'a date of birth',
      'an NHS number',
      'a telephone number',
    ]);
  });
});

describe('what people write every day', () => {
  it.each([
    [''],
    ['by 31/03/2026'],
    ['by 31.3.26 at the latest'],
    ['on 04-03-2026 at 10:00'],
    ['agreed on 12/09/2025'],
    ['Mon 9 Mar, 2026-03-09'],
    ['from 21 to 25 March'],
    ['the plan of 12 March 2026'],
    ['see D-2026-0042'],
    ['700123 (AB)'],
    ['child 700123, worker 700124'],
    ['room B1'],
    ['in B1 and C2'],
    ['section 20, s47 and reg 33(3)'],
    ['PN1 to PN7'],
    ['stage 2 of 4'],
    ['£1,200 a week'],
    ['1,467 of 1,600'],
    ['order 1234567890'],
    ['reference 943 476 5918'],
    ['the newborn and the airborne'],
    ['A4 paper, M25 to J10'],
    ['10 sessions of 50 minutes by 30/06/2026, 2 by 1 April'],
    ['W4 3pm'],
    ['Y10 2nd term'],
    ['group B1 3rd session'],
  ])('%s: nothing', (text) => {
    expect(personalDetails(text, today)).toEqual([]);
  });
});
