import { z } from 'zod';

export const themeSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  sub: z.array(z.strictObject({ id: z.string().min(1), label: z.string().min(1) })).default([]),
});
export type Theme = z.infer<typeof themeSchema>;

const theme = (id: string, label: string, ...sub: readonly (readonly [string, string])[]): Theme => ({
  id,
  label,
  sub: sub.map(([subId, subLabel]) => ({ id: subId, label: subLabel })),
});

/** The default list. Top levels are neutral, for they stand in posted cards; sub-themes are for readers of the text. */
export const defaultThemes: readonly Theme[] = [
  theme('care-plan-late', 'Care plan late or missing'),
  theme(
    'drift',
    'Drift or delay',
    ['assessments', 'Assessments'],
    ['housing', 'Housing'],
    ['carers', 'Finding carers'],
    ['police-cps', 'Police or Crown Prosecution Service'],
    ['hard-decisions', 'Hard decisions'],
  ),
  theme('decisions-outstanding', 'Decisions of a review outstanding'),
  theme('permanence', 'Permanence'),
  theme('reunification', 'Reunification or discharge not progressed'),
  theme('plan-changed', 'Plan changed without telling the IRO'),
  theme('wishes', 'Wishes and feelings not followed'),
  theme('advocacy', 'Advocacy'),
  theme('siblings', 'Brothers and sisters'),
  theme('contact', 'Family time'),
  theme('placement', 'Placement'),
  theme('move', 'A move planned or made'),
  theme('placed-with-parents', 'Placed with parents'),
  theme(
    'safety',
    'Safety',
    ['missing', 'Missing from care'],
    ['exploitation', 'Exploitation'],
    ['gangs', 'Gangs'],
  ),
  theme('no-worker', 'No social worker', ['sickness', 'Sickness'], ['left', 'The worker left']),
  theme('visits', 'Visits'),
  theme('report-late', 'Report late'),
  theme('recording', 'Recording not finished'),
  theme('health', 'Health'),
  theme('education', 'Education'),
  theme('life-story', 'Life story work'),
  theme('staying-put', 'Staying put'),
  theme('leaving-care', 'Leaving care'),
  theme('adult-services', 'Adult services'),
  theme('immigration', 'Immigration'),
  theme('other', 'Something else'),
];
