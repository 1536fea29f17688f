import { periodLabel } from '../calendar/periods.js';
import { behindCard, noticeCard } from '../cards/index.js';
import { mayRead } from '../people/rights.js';
import { listBehind, reportOn } from '../reports/reports.js';
import type { Asked } from '../reports/sources.js';
import { currentAllocation } from '../reviews/allocation.js';
import { words } from '../words/index.js';
import { type Answer, lasting, viewerOf } from './answer.js';
import { type AskedBy, questionWords } from './asked.js';
import { measureIn, sourcesOf } from './figureAnswer.js';
import type { Named } from './questionNames.js';

const { figures } = words;

/** The disputes, reviews or children behind a figure, ten at a time. */
export async function answerWhichOnes(asked: AskedBy, named: Named): Promise<Answer> {
  const { ports, person, scene, reach, period, page } = asked;
  const { report, measure } = named;
  const sources = await sourcesOf(asked, 'list', measure);
  const query: Asked = { period, asAt: scene.today, measure, only: reach.only };
  const { title } = measureIn(reportOn(report, sources, query), measure, undefined, reach);
  const behind = listBehind(named, sources, query);
  const back = questionWords(named, [period], { reach });
  if (behind === undefined)
    return lasting(
      noticeCard({
        heading: figures.behind.notListed,
        lines: [title],
        buttons: [{ title: figures.behind.back, data: { press: 'say', words: back } }],
      }),
    );
  const ofDisputes = behind.items.some(({ dispute }) => dispute !== undefined);
  const disputes = ofDisputes ? await ports.store.disputes({ by: 'everyone', open: false }) : [];
  const readable = disputes
    .map(({ document }) => document)
    .filter((dispute) => mayRead(viewerOf(dispute, person, scene).sides));
  return lasting(
    behindCard(
      {
        title,
        period: periodLabel(period),
        says: behind.says,
        notes: reach.says === undefined ? [] : [reach.says],
        items: behind.items,
        disputes: new Map(readable.map(({ number, id }) => [number, id])),
        initials: new Map(
          sources.children.map((child) => [child.ref, currentAllocation(child)?.initials ?? '']),
        ),
        page,
        words: questionWords(named, [period], { asks: 'which', reach }),
        back,
      },
      scene,
    ),
  );
}
