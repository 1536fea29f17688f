import * as fc from 'fast-check';
import { type Heard, hear } from '../../src/flows/question.js';
import { subjectKey, subjectNames } from '../../src/flows/questionNames.js';
import { commandNames } from '../../src/flows/words.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { questionWords } from '../../src/flows/asked.js';
import { splittersOfMeasure } from '../../src/reports/reports.js';

const known = {
  today: '2026-03-02',
  called: { label: 'alert', words: { ...defaultPolicy.words, disputes: 'alerts' } },
  teams: ['North', 'Looked After South'],
  areas: ['North', 'West'],
  people: [{ name: 'Ida Reviewer', id: 'person:ida', upn: 'ida@exampleton.example' }],
  commands: commandNames,
};

/** A question as a test reads it: 'compare timeliness-by-review 2015-04-01..2016-03-31 by team of own'. */
function read(heard: Heard | undefined): string | undefined {
  if (heard === undefined) return undefined;
  if (heard.heard === 'unsure' || heard.heard === 'of-what')
    return [heard.heard, ...heard.half.subjects.map(subjectKey)].join(' ');
  const { asks, subject, periods, by, of, format } = heard.question;
  const text = [
    ...(heard.heard === 'question' ? [] : [heard.heard]),
    heard.heard === 'no-period' ? '' : asks,
    format ?? '',
    subjectKey(subject),
    ...periods.map(({ from, to }) => `${from}..${to}`),
    by === undefined ? '' : `by ${by}`,
    of === undefined ? '' : `of ${'name' in of ? of.name : of.whose}`,
  ];
  return text.filter(Boolean).join(' ');
}
const heard = (written: string) => read(hear(written, known));

const year = '2016-04-01..2017-03-31';

describe('a question about figures', () => {
  it.each([
    ['caseload', 'figure caseload'],
    ['timeliness 2016/17', `figure timeliness-by-review ${year}`],
    ['2016/17 Timeliness', `figure timeliness-by-review ${year}`],
    ['Participation last quarter?', 'figure participation 2025-10-01..2025-12-31'],
    ['disputes since April', 'figure disputes-raised 2025-04-01..2026-03-02'],
    ['themes 2015/16', 'figure themes-primary 2015-04-01..2016-03-31'],
    ['stages', 'figure stages-entered'],
    ['Response times', 'figure response-time'],
    ['late reviews', 'figure late-reviews'],
    ['records', 'figure recorded-on-file'],
    ['timeliness West 2016/17', `figure timeliness-by-review ${year} of West`],
    ['timeliness North 2016/17', `figure timeliness-by-review ${year} of North`],
    ['outcomes', 'figure outcomes'],
    ['time to close this year by team', 'figure time-to-close 2025-04-01..2026-03-31 by team'],
    [
      'what was the timeliness of reviews in March 2026',
      'figure timeliness-by-review 2026-03-01..2026-03-31',
    ],
    ['by IRO, timeliness by due this year', 'figure timeliness-by-due 2025-04-01..2026-03-31 by iro'],
    ['themes of disputes this quarter', 'figure themes-primary 2026-01-01..2026-03-31'],
    ['open at end', 'figure open-at-end'],
    ['late reviews Sept 2025', 'figure late-reviews 2025-09-01..2025-09-30'],
    ['timeliness North 2016/17', `figure timeliness-by-review ${year} of North`],
    [
      'disputes for the team Looked After South since April',
      'figure disputes-raised 2025-04-01..2026-03-02 of Looked After South',
    ],
    ['Ida Reviewer’s caseload', 'figure caseload of Ida Reviewer'],
    ['my caseload', 'figure caseload of own'],
    ['my disputes', 'figure disputes-raised of own'],
    ['my team', 'figure main of my-team'],
    ['my team response times', 'figure response-time of my-team'],
    ['2016/17', `figure main ${year}`],
    ['figures 2016/17', `figure main ${year}`],
    ['compare 2015/16 2016/17', `compare main 2015-04-01..2016-03-31 ${year}`],
    ['compare disputes 2015/16 2016/17', `compare disputes-raised 2015-04-01..2016-03-31 ${year}`],
    ['disputes 2015/16 vs 2016/17', `compare disputes-raised 2015-04-01..2016-03-31 ${year}`],
    [
      'compare my timeliness 2015/16 and 2016/17',
      `compare timeliness-by-review 2015-04-01..2016-03-31 ${year} of own`,
    ],
    ['which timeliness-by-review 2016-04-01..2017-03-31', `which timeliness-by-review ${year}`],
    ['export csv over-20-days 2016-04-01..2017-03-31 by team', `export csv over-20-days ${year} by team`],
  ])('%s', (written, question) => {
    expect(heard(written)).toBe(question);
  });

  it.each([
    ['alerts since April', 'figure disputes-raised 2025-04-01..2026-03-02'],
    ['disputes since April', 'figure disputes-raised 2025-04-01..2026-03-02'],
    ['timeliness Rapid Alert', 'figure timeliness-by-review of Rapid Alert'],
    ['alerts Rapid Alert this year', 'figure disputes-raised 2025-04-01..2026-03-31 of Rapid Alert'],
    ['alerts Alert this year', 'figure disputes-raised 2025-04-01..2026-03-31 of Alert'],
  ])('has the service’s own word for disputes, but never inside a name: %s', (written, question) => {
    expect(read(hear(written, { ...known, teams: ['Rapid Alert', 'Alert'] }))).toBe(question);
  });

  it.each([
    ['children looked after', 'figure children-looked-after'],
    ['how many children looked after lst year', 'figure children-looked-after 2024-04-01..2025-03-31'],
    ['caseload children looked after', 'figure caseload of Children Looked After'],
    ['children looked after main figures', 'figure main of Children Looked After'],
    ['outcomes by team', 'figure outcomes by team'],
    ['outcomes', 'figure outcomes'],
    ['team outcomes', 'figure main of Outcomes'],
  ])('is of a figure before a team that is called like it: %s', (written, question) => {
    expect(read(hear(written, { ...known, teams: ['Children Looked After', 'Outcomes'] }))).toBe(question);
  });

  it('is of one of several people of a name by the address alone', () => {
    const people = ['ida', 'ivan'].map((who) => ({
      name: 'Sam Smith',
      id: `person:${who}`,
      upn: `${who}@exampleton.example`,
    }));
    const of = (written: string) => {
      const question = hear(written, { ...known, people });
      return question?.heard === 'question' ? question.question.of : undefined;
    };
    expect(of('caseload sam smith')).toMatchObject({ whose: 'one-of', upns: people.map(({ upn }) => upn) });
    expect(of('caseload Ivan@exampleton.example')).toMatchObject({ whose: 'iro', person: 'person:ivan' });
  });

  it.each([
    ['participation April 2025 to June 2025', '2025-04-01..2025-06-30'],
    ['participation from April 2025 to June 2025', '2025-04-01..2025-06-30'],
    ['participation between April 2025 and June 2025', '2025-04-01..2025-06-30'],
    ['participation April 2025 – June 2025', '2025-04-01..2025-06-30'],
    ['participation April to June 2025', '2025-04-01..2025-06-30'],
    ['participation since April 2025 to March 2026', '2025-04-01..2026-03-31'],
    ['participation 2024/25 to 2025/26', '2024-04-01..2026-03-31'],
    ['participation since April last year', '2025-04-01..2026-03-02'],
    ['participation since 2025-04-01..2025-06-30', '2025-04-01..2025-06-30'],
  ])('is of one period, from its first day to its last: %s', (written, period) => {
    expect(heard(written)).toBe(`figure participation ${period}`);
  });

  it.each(['compare 2024/25 to 2025/26', 'compare from 2024/25 to 2025/26', '2024/25 and 2025/26'])(
    'is of two periods where they are compared: %s',
    (written) => {
      expect(heard(written)).toBe('compare main 2024-04-01..2025-03-31 2025-04-01..2026-03-31');
    },
  );

  it.each([
    ['timelines 2016-17', `figure timeliness-by-review ${year}`],
    ['caselod', 'figure caseload'],
    ['participaton 16/17', `figure participation ${year}`],
    ['dispute since april', 'figure disputes-raised 2025-04-01..2026-03-02'],
    ['respons times last quater', 'figure response-time 2025-10-01..2025-12-31'],
    ['themse lst year', 'figure themes-primary 2024-04-01..2025-03-31'],
    ['outcomes Marhc 2026', 'figure outcomes 2026-03-01..2026-03-31'],
    ['stages by tema', 'figure stages-entered by team'],
    ['late revews 2016/17', `figure late-reviews ${year}`],
    ['disputs since April', 'figure disputes-raised 2025-04-01..2026-03-02'],
    ['dispuets last qarter', 'figure disputes-raised 2025-10-01..2025-12-31'],
    ['disputs by team', 'figure disputes-raised by team'],
    ['my disputs', 'figure disputes-raised of own'],
    ['compare disputs 2015/16 2016/17', `compare disputes-raised 2015-04-01..2016-03-31 ${year}`],
  ])('forgives a small slip: %s', (written, question) => {
    expect(heard(written)).toBe(question);
  });

  it.each([
    ['timeliness 2016/18', 'no-period timeliness-by-review'],
    ['themes next winter', 'no-period themes-primary'],
    ['timeliness 31 Feb 2026', 'no-period timeliness-by-review'],
    ['timeliness and participation 2016/17', 'unsure participation timeliness-by-review'],
    ['disputes timeliness', 'unsure timeliness-by-review disputes-raised'],
    ['timeliness team Nroth', 'unsure timeliness-by-review'],
    ['timeliness Ivan Reviewer', 'unsure timeliness-by-review'],
    ['timeliness by ward', 'unsure timeliness-by-review'],
    ['timeliness 2014/15 2015/16 2016/17', 'several-periods figure timeliness-by-review'],
    ['timeliness June 2025 to April 2025', 'no-period timeliness-by-review'],
    ['timeliness October to March 2026', 'no-period timeliness-by-review'],
    ['timeliness since April this year', 'no-period timeliness-by-review'],
    ['which disputes 2024/25 2025/26', 'several-periods which disputes-raised'],
    ['export csv disputes 2024/25 2025/26', 'several-periods export csv disputes-raised'],
    ['export figures this year', 'of-what'],
    ['which figures this year', 'of-what'],
    ['late records this year', 'unsure recorded-on-file'],
    ['the quarter outcomes', 'no-period outcomes'],
    ['timeliness jan', 'no-period timeliness-by-review'],
    ['timeliness the last two quarters', 'no-period timeliness-by-review'],
    ['by team', 'of-what'],
    ['which ones', 'of-what'],
    ['the weather since April', 'unsure'],
  ])('is never guessed: %s', (written, question) => {
    expect(heard(written)?.replace(/ (2\d{3}-\S+)/g, '')).toBe(question);
  });

  it.each([
    ['how many reviews were not on time this year', 'late-reviews'],
    ['how many reviews weren’t on time this year', 'late-reviews'],
    ['not in time this year', 'late-reviews'],
    ['reviews not on tiem this year', 'late-reviews'],
    ['untimely this year', 'late-reviews'],
    ['not late this year', 'timeliness-by-review'],
  ])('is of the opposite where that is asked, and there is a figure of it: %s', (written, measure) => {
    expect(heard(written)).toBe(`figure ${measure} 2025-04-01..2026-03-31`);
  });

  it.each([
    ['unattended this year', 'unsure attended'],
    ['unatended this year', 'unsure attended'],
    ['stages unresolved this year', 'unsure stages-resolved stages-entered'],
    ['records not in time this year', 'unsure records-in-time late-reviews recorded-on-file'],
    ['nonparticipation this year', 'unsure participation'],
    ['nobody took part this year', 'unsure participation'],
    ['disputes without a theme this year', 'unsure themes-primary'],
    ['no late reviews this year', 'unsure late-reviews'],
    ['never adjourned this year', 'unsure adjourned'],
  ])('is asked back where only what it denies is a figure: %s', (written, question) => {
    expect(heard(written)).toBe(question);
  });

  it('never drops or forgives a word of denial', () => {
    const affirmative = subjectNames.filter(([name]) => !/\bnot\b|\bun/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...affirmative),
        fc.constantFrom('not', 'no', 'never', 'without', 'nobody', 'un', 'non'),
        fc.nat(5),
        ([name, subject], denial, at) => {
          const said = name.split(' ');
          const place = at % said.length;
          const joined = denial.startsWith('un') || denial === 'non' ? denial : `${denial} `;
          const written = said.map((word, index) => (index === place ? `${joined}${word}` : word)).join(' ');
          const again = hear(`${written} 2016/17`, known);
          const found = again?.heard === 'question' ? subjectKey(again.question.subject) : 'asked back';
          expect(found).not.toBe(subjectKey(subject));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['disputes', 'raise', 'rase', 'help', 'hello', 'disputs', 'unreachable', 'thank you', '', 'my'])(
    'is not what else somebody writes: %s',
    (written) => {
      expect(heard(written)).toBeUndefined();
    },
  );

  it('is understood again as a button writes it, whatever it asks', () => {
    const subjects = subjectNames.map(([, subject]) => subject);
    fc.assert(
      fc.property(
        fc.constantFrom(...subjects),
        fc.constantFrom('figure', 'which', 'compare', 'export'),
        fc.constantFrom('', 'my', 'my team', 'North', 'Ida Reviewer'),
        fc.nat(3),
        (subject, asks, words, split) => {
          // All of them together are neither listed nor taken away.
          fc.pre(subject !== 'main' || asks === 'figure' || asks === 'compare');
          const by =
            subject === 'main' ? undefined : splittersOfMeasure(subject.report, subject.measure)[split];
          const periods = [{ from: '2016-04-01', to: '2017-03-31' }];
          const again = hear(questionWords(subject, periods, { asks, reach: { words }, by }), known);
          const question = again?.heard === 'question' ? again.question : undefined;
          expect([
            question && subjectKey(question.subject),
            question?.asks,
            question?.periods,
            question?.by,
          ]).toEqual([subjectKey(subject), asks, periods, by]);
        },
      ),
    );
  });

  it('with a slip is what was meant, or is asked about: never another figure', () => {
    const names = subjectNames.filter(([name]) => name.length > 3);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(30),
        fc.constantFrom('a', 'b', 'c', 'e', 'i', 'l', 'n', 'o', 'r', 's', 't'),
        ([name, subject], at, letter) => {
          const place = at % name.length;
          const slipped = `${name.slice(0, place)}${letter}${name.slice(place + 1)} 2016/17`;
          const again = hear(slipped, known);
          const found = again?.heard === 'question' ? subjectKey(again.question.subject) : 'asked back';
          expect([subjectKey(subject), 'asked back']).toContain(found);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
