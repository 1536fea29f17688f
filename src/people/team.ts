import { z } from 'zod';

/** A social work team: who holds each stage of the ladder today. */
export const teamSchema = z.object({
  /** `team:<name>` */
  id: z.string(),
  type: z.literal('team'),
  shape: z.literal(1),
  name: z.string(),
  area: z.string(),
  /** Stage id → the holder's upn (lower case); a stage without a holder has no entry. */
  stages: z.record(z.string(), z.string()),
  linkIro: z.string().optional(),
});
export type Team = z.infer<typeof teamSchema>;
