import { addWorkingDays } from '../calendar/workingDays.js';
import { holderOf } from '../people/directory.js';
import type { Stage } from '../policy/ladders.js';
import { words } from '../words/index.js';
import type { Choice } from './fields.js';
import type { Scene } from './scene.js';
import { day, stageLabel } from './words.js';

const { forms } = words;

/** Stages to start with, each with its day: 'Team manager, answer by Mon 9 Mar'. */
export function stageChoices(
  ladder: readonly Pick<Stage, 'id' | 'workingDays'>[],
  team: string | undefined,
  scene: Scene,
): Choice[] {
  const { directory, today } = scene;
  return ladder.map(({ id, workingDays }) => {
    const by =
      workingDays === null ? forms.noDueDay : forms.answerBy(day(addWorkingDays(today, workingDays), scene));
    const vacant = team !== undefined && holderOf(directory, team, id, today) === undefined;
    return {
      title: (vacant ? forms.vacantStage : forms.stage)(stageLabel(id, directory.policy), by),
      value: id,
    };
  });
}
