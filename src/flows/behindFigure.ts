import { periodLabel } from '../calendar/periods.js';
import { behindCard, noticeCard } from '../cards/index.js';
import { mayRead } from '../people/rights.js';
import { listBehind, reportOn } from '../reports/reports.js';
import { notRecorded } from '../reports/groups.js';
import type { Item, Row } from '../reports/report.js';
import type { Asked } from '../reports/sources.js';
import type { Splitter } from '../reports/splits.js';
import { currentAllocation } from '../reviews/allocation.js';
import { words } from '../words/index.js';
import { type Answer, lasting, viewerOf } from './answer.js';
import { type AskedBy, questionWords } from './asked.js';
import { measureIn, sourcesOf, splitOf } from './figureAnswer.js';
import type { Named } from './questionNames.js';

const { figures } = words;

/** The disputes, reviews or children behind a figure, ten at a time. */
export async function answerWhichOnes(asked: AskedBy, named: Named): Promise<Answer> {
  const { ports, person, scene, reach, period, page } = asked;
  const { report, measure } = named;
  const sources = await sourcesOf(asked, 'list', measure);
  const query: Asked = { period, asAt: scene.today, measure, only: reach.only };
  // Whose figures are some alone has no groups to be told of here.
  const by = reach.only === undefined ? splitOf(named, asked.question.by, reach) : undefined;
  const known = reportOn(report, sources, { ...query, by });
  const { title, rows } = measureIn(known, measure, by, reach);
  const whole = listBehind(named, sources, query);
  const behind = whole && by ? { ...whole, items: inGroups(rows, by) } : whole;
  const back = questionWords(named, [period], { reach, by });

  function inGroups([, ...groups]: readonly Row[], split: Splitter): Item[] {
    return groups.flatMap(({ key, label }) => {
      const only = { by: split, keys: [key === notRecorded.key ? '' : key] };
      const { items = [] } = listBehind(named, sources, { ...query, only }) ?? {};
      return items.map((item) => ({ ...item, group: label }));
    });
  }

  if (behind === undefined)
    return lasting(
      noticeCard({
        heading: figures.behind.notListed,
        lines: [title],
        buttons: [{ title: figures.behind.back, data: { press: 'say', words: back } }],
      }),
    );
  const counting = measureIn(known, measure, undefined, reach).rows.find(({ key }) => key === behind.row);
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
        recorded: counting?.count !== null,
        notes: [...known.notes, ...(reach.says === undefined ? [] : [reach.says])],
        items: behind.items,
        disputes: new Map(readable.map(({ number, id }) => [number, id])),
        initials: new Map(
          sources.children.map((child) => [child.ref, currentAllocation(child)?.initials ?? '']),
        ),
        page,
        words: questionWords(named, [period], { asks: 'which', reach, by }),
        back,
      },
      scene,
    ),
  );
}
