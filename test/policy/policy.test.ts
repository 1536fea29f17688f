import { ladders } from '../../src/policy/ladders.js';
import {
  defaultPolicy,
  outcomeIds,
  policyFileSchema,
  policySchema,
  policyWarnings,
} from '../../src/policy/policy.js';

const steps = (name: keyof typeof ladders) =>
  ladders[name].map(({ id, workingDays, iroSide }) => [id, workingDays, iroSide]);

/** The problems of a policy file, by the field that they are at. */
const problems = (file: unknown) =>
  (policyFileSchema.safeParse(file).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('the default policy', () => {
  it('is a policy, and warns of nothing', () => {
    expect(policySchema.parse(defaultPolicy)).toEqual(defaultPolicy);
    expect(policyWarnings(defaultPolicy)).toEqual([]);
  });

  it('climbs Ealing’s ladder, within 20 working days, and prompts where nobody answers', () => {
    expect(defaultPolicy.ladder).toEqual(ladders.ealing);
    expect(defaultPolicy).toMatchObject({
      totalWorkingDays: 20,
      onNoResponse: 'prompt',
      textInCards: 'onRequest',
      morningHour: '08:00',
    });
  });

  it('shows the due dates of reviews and conferences, and leaves the rest off', () => {
    const { due, conference, ...rest } = defaultPolicy.leadTimes;
    expect([due, conference]).toEqual(['show', 'show']);
    expect(new Set(Object.values(rest))).toEqual(new Set(['off']));
  });

  it('counts as participation all codes but those of no views', () => {
    expect(defaultPolicy.participated).toEqual(['PN1', 'PN2', 'PN3', 'PN5', 'PN6']);
  });

  it('counts a series of meetings on its last day, as a policy stored before that was said does', () => {
    const { seriesCounts, ...before } = defaultPolicy;
    expect(seriesCounts).toBe('last');
    expect(policySchema.parse(before)).toEqual(defaultPolicy);
  });

  it('takes the days before and after a review as the Handbook has them, in policies stored before they were said too', () => {
    const { leadDays, decisionsNotAgreed, ...before } = defaultPolicy;
    expect(leadDays).toMatchObject({ speakToSocialWorker: 15, childSeen: 5, reportIn: 3, recordSent: 20 });
    expect(decisionsNotAgreed).toBe(false);
    expect(policySchema.parse(before)).toEqual(defaultPolicy);
  });

  it('has a label for every outcome', () => {
    expect(defaultPolicy.outcomes.map(({ id }) => id)).toEqual(outcomeIds);
  });

  it('has every reason for a late review', () => {
    expect(defaultPolicy.lateReasons.map(({ id }) => id)).toEqual([
      'child-asked',
      'child-unavailable',
      'worker-absent',
      'worker-none',
      'report-not-ready',
      'iro-absent',
      'family-unavailable',
      'told-late',
      'booked-late',
      'other',
    ]);
  });

  it('has the themes of the published reports, with their sub-themes', () => {
    const themes = defaultPolicy.themes.map(({ id, sub }) => [id, ...sub.map((each) => each.id)]);
    expect(themes).toContainEqual([
      'drift',
      'assessments',
      'housing',
      'carers',
      'police-cps',
      'hard-decisions',
    ]);
    expect(themes).toContainEqual(['safety', 'missing', 'exploitation', 'gangs']);
    expect(themes).toContainEqual(['no-worker', 'sickness', 'left']);
    expect(themes).toHaveLength(26);
  });
});

describe('the ladders of the published reports', () => {
  it.each([
    ['ealing', ['team-manager', 'operations-manager', 'assistant-director', 'director']],
    ['southwark', ['advanced-practitioner', 'practice-group-lead', 'head-of-service', 'assistant-director']],
    ['hampshire', ['team-manager', 'district-manager', 'assistant-director']],
    ['bathnes', ['team-manager', 'service-manager', 'head-of-service', 'director']],
    ['city', ['team-manager', 'assistant-director', 'director']],
  ] as const)('%s: 5 working days each, the IRO judging throughout', (name, ids) => {
    expect(steps(name)).toEqual(ids.map((id) => [id, 5, 'iro']));
  });

  it('alert: from the executive head on the lead judges, and the director has no due date', () => {
    expect(steps('alert')).toEqual([
      ['team-manager', 5, 'iro'],
      ['head-of-service', 5, 'iro'],
      ['executive-head', 5, 'lead'],
      ['director', null, 'lead'],
    ]);
  });

  it('each make a policy', () => {
    for (const preset of Object.keys(ladders)) expect(problems({ preset })).toEqual([]);
  });
});

describe('a policy file', () => {
  it('says only what differs from the default', () => {
    expect(policyFileSchema.parse({})).toEqual(defaultPolicy);
    expect(
      policyFileSchema.parse({ label: 'alert', leadTimes: { midway: 'chase' }, leadDays: { childSeen: 15 } }),
    ).toEqual({
      ...defaultPolicy,
      label: 'alert',
      leadTimes: { ...defaultPolicy.leadTimes, midway: 'chase' },
      leadDays: { ...defaultPolicy.leadDays, childSeen: 15 },
    });
  });

  it('names a preset, or writes a ladder of its own', () => {
    expect(policyFileSchema.parse({ preset: 'city' }).ladder).toEqual(ladders.city);
    const ladder = [{ id: 'head', label: 'Head of service', workingDays: 3 }];
    expect(policyFileSchema.parse({ preset: 'city', ladder }).ladder).toEqual([
      { ...ladder[0], iroSide: 'iro' },
    ]);
  });

  const stage = { id: 'head', label: 'Head', workingDays: 5 };
  it.each([
    ['an unknown preset', { preset: 'camelot' }, ['preset']],
    ['an unknown field', { colour: 'red' }, ['']],
    ['a misspelt field inside another', { words: { dispute: 'alert', reviews: 'x' } }, ['words']],
    ['a word in the place of fields', { leadTimes: 'off', targets: [28] }, ['targets', 'leadTimes']],
    ['no stage', { ladder: [] }, ['ladder']],
    ['two stages of one id', { ladder: [stage, stage] }, ['ladder']],
    ['a stage id with a space', { ladder: [{ ...stage, id: 'the head' }] }, ['ladder.0.id']],
    ['a stage of no days', { ladder: [{ ...stage, workingDays: 0 }] }, ['ladder.0.workingDays']],
    [
      'two themes of one id',
      {
        themes: [
          { id: 'x', label: 'X' },
          { id: 'x', label: 'Y' },
        ],
      },
      ['themes'],
    ],
    ['an hour that is none', { morningHour: '8:00' }, ['morningHour']],
    ['an outcome that is none', { outcomes: [{ id: 'won', label: 'Won' }] }, ['outcomes.0.id']],
    [
      'more than three questions',
      { questions: 'abcd'.split('').map((id) => ({ id, label: id })) },
      ['questions'],
    ],
    [
      'several problems at once',
      { morningHour: 'x', totalWorkingDays: 1.5 },
      ['totalWorkingDays', 'morningHour'],
    ],
  ])('is refused for %s', (_what, file, at) => {
    expect(problems(file)).toEqual(at);
  });
});

describe('a policy that loads with a warning', () => {
  it('has stages that add up to more than the total', () => {
    const policy = { ...defaultPolicy, totalWorkingDays: 15 };
    expect(policyWarnings(policy)).toEqual([
      'the stages add up to 20 working days, more than the total of 15 (IRO Handbook 6.2)',
    ]);
  });

  it('has a total of more than the Handbook’s 20', () => {
    expect(policyWarnings({ ...defaultPolicy, totalWorkingDays: 25 })).toEqual([
      'the total of 25 working days is more than the 20 of IRO Handbook 6.2',
    ]);
  });

  it('does not count a stage without days', () => {
    expect(policyWarnings({ ...defaultPolicy, ladder: [...ladders.alert] })).toEqual([]);
  });
});
