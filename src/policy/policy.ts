import { z } from 'zod';
import { type LadderName, ladders, stageSchema } from './ladders.js';
import { defaultThemes, themeSchema } from './themes.js';

/** Outcomes of a dispute; the first three mean that it was resolved. */
export const outcomeIds = [
  'plan-changed',
  'action-done',
  'explanation-accepted',
  'stands-not-agreed',
  'withdrawn',
  'raised-in-error',
  'superseded',
] as const;
export const outcomeSchema = z.enum(outcomeIds);
export type Outcome = z.infer<typeof outcomeSchema>;

export const participationCodes = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'] as const;

const labelled = z.strictObject({ id: z.string().min(1), label: z.string().min(1) });
const leadTime = z.enum(['off', 'show', 'chase']);
const leadDays = (days: number) => z.number().int().positive().max(60).default(days);

/** The nouns a service uses for itself, beside the label; every card takes them from here. */
const wordsSchema = z.strictObject({
  disputes: z.string().min(1),
  review: z.string().min(1),
  lookedAfter: z.string().min(1),
  familyTime: z.string().min(1),
});

const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

export const policySchema = z
  .strictObject({
    /** What the service calls a dispute: dispute, problem resolution, issues resolution, escalation, alert. */
    label: z.string().min(1),
    words: wordsSchema,
    ladder: z.array(stageSchema).min(1),
    /** IRO Handbook 6.2: all stages together within 20 working days of the formal start. */
    totalWorkingDays: z.number().int().positive(),
    onNoResponse: z.enum(['prompt', 'escalate']),
    textInCards: z.enum(['onRequest', 'always']),
    /** London time, HH:MM. */
    morningHour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is written HH:MM'),
    /**
     * What waits for the working hours of whom it is for: what the clock has to say, everything, or nothing. What
     * somebody has just pressed is told at once but with `everything`.
     */
    quiet: z.enum(['clock', 'everything', 'off']).default('clock'),
    ask: z.array(z.enum(['late-reason', 'parents', 'seen-alone'])),
    questions: z.array(labelled).max(3),
    themes: z.array(themeSchema).min(1),
    outcomes: z.array(z.strictObject({ id: outcomeSchema, label: z.string().min(1) })).min(1),
    lateReasons: z.array(labelled),
    /** Which meeting of a series decides when the review was held. */
    seriesCounts: z.enum(['first', 'last']).default('last'),
    /** In calendar days; shown beside what the law says where they are earlier. */
    targets: z.strictObject({
      first: z.number().int().positive().optional(),
      second: z.number().int().positive().optional(),
      later: z.number().int().positive().optional(),
    }),
    leadTimes: z.strictObject({
      due: leadTime,
      speakToSocialWorker: leadTime,
      childSeen: leadTime,
      reportIn: leadTime,
      decisionsOut: leadTime,
      planUpdated: leadTime,
      recordWritten: leadTime,
      recordSent: leadTime,
      midway: leadTime,
      conference: leadTime.default('show'),
      progressCheck: leadTime.default('off'),
    }),
    /**
     * Working days before a review, or after it was held; the midway check is half way between two. The progress check
     * is so many after the initial child protection conference.
     */
    leadDays: z
      .strictObject({
        speakToSocialWorker: leadDays(15),
        childSeen: leadDays(5),
        reportIn: leadDays(3),
        decisionsOut: leadDays(5),
        planUpdated: leadDays(10),
        recordWritten: leadDays(15),
        recordSent: leadDays(20),
        progressCheck: leadDays(35),
      })
      .prefault({}),
    /** Whether an IRO may record that the authority does not agree with what a review decided. */
    decisionsNotAgreed: z.boolean().default(false),
    participated: z.array(z.enum(participationCodes)),
    retention: z.strictObject({ closedYears: z.number().int().positive().nullable() }),
    suppression: z.strictObject({ stages: z.boolean(), themes: z.boolean(), outcomes: z.boolean() }),
  })
  .refine((policy) => unique(policy.ladder.map((stage) => stage.id)), {
    path: ['ladder'],
    message: 'two stages have the same id',
  })
  .refine((policy) => unique(policy.themes.map((theme) => theme.id)), {
    path: ['themes'],
    message: 'two themes have the same id',
  });
export type Policy = z.infer<typeof policySchema>;

export const defaultPolicy: Policy = {
  label: 'dispute',
  words: {
    disputes: 'disputes',
    review: 'review',
    lookedAfter: 'looked after',
    familyTime: 'family time',
  },
  ladder: [...ladders.ealing],
  totalWorkingDays: 20,
  onNoResponse: 'prompt',
  textInCards: 'onRequest',
  morningHour: '08:00',
  quiet: 'clock',
  ask: ['late-reason', 'parents', 'seen-alone'],
  questions: [],
  themes: [...defaultThemes],
  outcomes: [
    { id: 'plan-changed', label: 'The plan was changed' },
    { id: 'action-done', label: 'The action was done' },
    { id: 'explanation-accepted', label: 'The explanation is accepted' },
    { id: 'stands-not-agreed', label: 'The decision stands and the IRO does not agree' },
    { id: 'withdrawn', label: 'Withdrawn' },
    { id: 'raised-in-error', label: 'Raised in error' },
    { id: 'superseded', label: 'Overtaken: the child is no longer looked after' },
  ],
  lateReasons: [
    { id: 'child-asked', label: 'The child asked to move it' },
    { id: 'child-unavailable', label: 'The child was ill or missing' },
    { id: 'worker-absent', label: 'The social worker was absent' },
    { id: 'worker-none', label: 'No social worker was allocated' },
    { id: 'report-not-ready', label: 'The report was not ready' },
    { id: 'iro-absent', label: 'The IRO was absent' },
    { id: 'family-unavailable', label: 'A carer or parent could not come' },
    { id: 'told-late', label: 'Told late that the child was looked after' },
    { id: 'booked-late', label: 'Booked late' },
    { id: 'other', label: 'Something else' },
  ],
  seriesCounts: 'last',
  targets: {},
  leadTimes: {
    due: 'show',
    speakToSocialWorker: 'off',
    childSeen: 'off',
    reportIn: 'off',
    decisionsOut: 'off',
    planUpdated: 'off',
    recordWritten: 'off',
    recordSent: 'off',
    midway: 'off',
    conference: 'show',
    progressCheck: 'off',
  },
  leadDays: {
    speakToSocialWorker: 15,
    childSeen: 5,
    reportIn: 3,
    decisionsOut: 5,
    planUpdated: 10,
    recordWritten: 15,
    recordSent: 20,
    progressCheck: 35,
  },
  decisionsNotAgreed: false,
  participated: ['PN1', 'PN2', 'PN3', 'PN5', 'PN6'],
  retention: { closedYears: null },
  suppression: { stages: false, themes: false, outcomes: false },
};

const presetNames = Object.keys(ladders) as [LadderName, ...LadderName[]];

/** A policy file says only what differs: `preset` names a ladder, the rest replaces the default field by field. */
export const policyFileSchema = z
  .looseObject({ preset: z.enum(presetNames).optional() })
  .transform(({ preset, ...rest }): unknown => ({
    ...defaultPolicy,
    ...(preset === undefined ? {} : { ladder: [...ladders[preset]] }),
    ...rest,
    words: over(defaultPolicy.words, rest['words']),
    targets: over(defaultPolicy.targets, rest['targets']),
    leadTimes: over(defaultPolicy.leadTimes, rest['leadTimes']),
    leadDays: over(defaultPolicy.leadDays, rest['leadDays']),
    retention: over(defaultPolicy.retention, rest['retention']),
    suppression: over(defaultPolicy.suppression, rest['suppression']),
  }))
  .pipe(policySchema);

/** Field by field; what is no object is left for the schema to refuse. */
function over(defaults: object, given: unknown): unknown {
  if (given === undefined) return defaults;
  return typeof given === 'object' && given !== null && !Array.isArray(given)
    ? { ...defaults, ...given }
    : given;
}

/** What loads but deserves a look. Sentences for whoever imports the policy. */
export function policyWarnings(policy: Policy): string[] {
  const days = policy.ladder.reduce((sum, stage) => sum + (stage.workingDays ?? 0), 0);
  const warnings: string[] = [];
  if (days > policy.totalWorkingDays)
    warnings.push(
      `the stages add up to ${days} working days, more than the total of ${policy.totalWorkingDays} (IRO Handbook 6.2)`,
    );
  if (policy.totalWorkingDays > 20)
    warnings.push(
      `the total of ${policy.totalWorkingDays} working days is more than the 20 of IRO Handbook 6.2`,
    );
  return warnings;
}
