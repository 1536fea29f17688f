import type { Cohort } from './cohort.js';
import { disputesRaised } from './disputesRaised.js';
import { openAtEnd, overTwentyDays, timeToClose } from './durations.js';
import { advice, byOrigin, cafcass, recordedOnFile, resources, systemFault } from './marks.js';
import type { Measuring } from './measuring.js';
import { moves } from './moves.js';
import { outcomes } from './outcomes.js';
import { responseTime } from './responseTime.js';
import { stagesEndedOtherwise, stagesEntered, stagesHighest, stagesResolved } from './stages.js';
import { themesMentioned, themesPrimary } from './themes.js';

const stages = [stagesEntered, stagesResolved, stagesEndedOtherwise, stagesHighest, moves];
const endings = [outcomes, timeToClose, overTwentyDays, openAtEnd];
const themes = [themesMentioned, themesPrimary, systemFault, resources, byOrigin];

/** The reports about disputes by name, each with its measures. */
export const disputeReports = {
  disputes: [disputesRaised, ...stages, ...endings, responseTime, ...themes, cafcass, advice, recordedOnFile],
  themes,
  stages,
  'response-times': [responseTime],
  outcomes: endings,
} as const satisfies Record<string, readonly Measuring<Cohort>[]>;
