import { z } from 'zod';

export const stageSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a stage id is lower-case letters, figures and hyphens'),
  label: z.string().min(1),
  /** Working days to answer; null: open, no due date. */
  workingDays: z.number().int().positive().nullable(),
  /** Who judges for the IRO side at this stage. */
  iroSide: z.enum(['iro', 'lead']).default('iro'),
});
export type Stage = z.infer<typeof stageSchema>;

/** Where a council's report gives no days, 5 each is ours. */
const stage = (id: string, workingDays: number | null = 5, iroSide: Stage['iroSide'] = 'iro'): Stage => ({
  id,
  label: (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' '),
  workingDays,
  iroSide,
});

/** The ladders of the councils whose published reports describe one. */
export const ladders = {
  ealing: [
    stage('team-manager'),
    stage('operations-manager'),
    stage('assistant-director'),
    stage('director'),
  ],
  southwark: [
    stage('advanced-practitioner'),
    stage('practice-group-lead'),
    stage('head-of-service'),
    stage('assistant-director'),
  ],
  hampshire: [stage('team-manager'), stage('district-manager'), stage('assistant-director')],
  bathnes: [stage('team-manager'), stage('service-manager'), stage('head-of-service'), stage('director')],
  city: [stage('team-manager'), stage('assistant-director'), stage('director')],
  alert: [
    stage('team-manager'),
    stage('head-of-service'),
    stage('executive-head', 5, 'lead'),
    stage('director', null, 'lead'),
  ],
} as const satisfies Record<string, readonly Stage[]>;

export type LadderName = keyof typeof ladders;
