import { z } from 'zod';
import template from '../../cards/notice.json';
import { words } from '../words/index.js';
import type { PressData } from './press.js';
import type { Shown } from './scene.js';
import {
  type Line,
  actions,
  bold,
  button,
  cardTemplate,
  line,
  paragraph,
  runsOf,
  spoken,
  textOf,
} from './template.js';

const render = cardTemplate(
  z.strictObject({ ...spoken, heading: line, lines: z.array(paragraph), buttons: actions }),
  template,
);

export interface NoticeButton {
  readonly title: string;
  readonly data: PressData;
  readonly positive?: boolean;
}

export interface Notice {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly buttons?: readonly NoticeButton[];
  /** Where the lines hold what somebody wrote, they are not spoken. */
  readonly speak?: string;
  readonly summary?: string;
}

/** More of them stand behind *More*. */
const mostInARow = 5;

/** A heading, some lines, some buttons. */
export function noticeCard({ heading, lines, buttons = [], speak, summary }: Notice): Shown {
  const card = render({
    speak: speak ?? words.lists.speak(heading, lines.map(textOf).filter(Boolean)),
    fallbackText: heading,
    heading: [bold(heading)],
    lines: lines.filter((each) => textOf(each) !== '').map((each) => ({ runs: runsOf(each) })),
    buttons: buttons.map(({ title, data, positive }, index) =>
      button(title, data, {
        style: positive === true ? 'positive' : 'default',
        mode: index < mostInARow ? 'primary' : 'secondary',
      }),
    ),
  });
  return { card, summary: summary ?? heading };
}
