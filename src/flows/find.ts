import { helpCard, listCard, nothingFoundCard, notUnderstoodCard } from '../cards/index.js';
import { numberIn, plainWords } from '../disputes/number.js';
import { recordId } from '../imports/recordNumber.js';
import type { Person } from '../people/person.js';
import { mayRead } from '../people/rights.js';
import { type Answer, lasting, sceneOf, viewerOf } from './answer.js';
import { listAudit } from './audit.js';
import { childShown, childUnseen, seenChild } from './child.js';
import { showArrivals } from './arrivals.js';
import { answerCover } from './cover.js';
import { answerFigures, nearestQuestions } from './figures.js';
import { listGoodPractice, openGoodPractice } from './goodPractice.js';
import { openLateReasons } from './lateReasons.js';
import type { Ports } from './ports.js';
import { openFor } from './openFor.js';
import { putAwayMyDay, showMyDay } from './myDay.js';
import { pause, pauseIn, resume } from './pause.js';
import { openRaise } from './raiseInChat.js';
import { listStandingOut } from './standingOut.js';
import { listUnreachable } from './unreachable.js';
import { answerShare } from './share.js';
import { showDispute } from './view.js';
import { isTold, nearest, wordsFor } from './words.js';

/** Answers what somebody wrote, or a button that says it for them. */
export async function answerWords(
  ports: Ports,
  person: Person,
  written: string,
  page: number,
): Promise<Answer> {
  const words = plainWords(written);
  const number = numberIn(words);
  if (number !== undefined)
    return (await findInRecord(ports, person, words)) ?? findNumber(ports, person, number);
  const cover = await answerCover(ports, person, words, page);
  if (cover !== undefined) return cover;
  const paused = pauseIn(words);
  if (paused !== undefined && isTold(person)) return pause(ports, person, paused);
  const share = await answerShare(ports, person, words, page);
  if (share !== undefined) return share;
  const { policy } = await ports.directory();
  const [command] = wordsFor(words === '' ? 'help' : words, person, policy);
  if (command === undefined)
    return (
      (await findInRecord(ports, person, words)) ??
      (await findChild(ports, person, words, page)) ??
      (await answerFigures(ports, person, words, page)) ??
      notUnderstood(ports, person, words)
    );
  switch (command) {
    case 'raise':
      return openRaise(ports, person);
    case 'disputes':
      return listDisputes(ports, person, page);
    case 'good practice':
      return person.roles.includes('iro')
        ? openGoodPractice(ports, person)
        : listGoodPractice(ports, person, page);
    case 'good practice noted':
      return listGoodPractice(ports, person, page);
    case 'cover':
    case 'away':
      return (await answerCover(ports, person, command, page)) ?? notUnderstood(ports, person, words);
    case 'disputes past the day':
    case 'disputes on the last stage':
    case 'disputes not judged':
      return listStandingOut(ports, person, command, page);
    case 'unreachable':
      return listUnreachable(ports, person, page);
    case 'audit':
      return listAudit(ports, person, page);
    case 'my day':
      return showMyDay(ports, person, page);
    case 'came to me':
      return (await showArrivals(ports, person, page)) ?? notUnderstood(ports, person, words);
    case 'late reasons':
      return openLateReasons(ports, person);
    case 'not today':
      return putAwayMyDay(ports, person);
    case 'pause':
      return pause(ports, person, '');
    case 'resume':
      return resume(ports, person);
    case 'help':
      return lasting(helpCard(person, await sceneOf(ports)));
  }
}

async function notUnderstood(ports: Ports, person: Person, words: string): Promise<Answer> {
  const scene = await sceneOf(ports);
  const questions = nearestQuestions(words, person, scene);
  return lasting(notUnderstoodCard(words, nearest(words, person), questions));
}

async function findNumber(ports: Ports, person: Person, number: string): Promise<Answer> {
  const [stored] = await ports.store.disputes({ by: 'number', number });
  const scene = await sceneOf(ports);
  if (stored === undefined || !mayRead(viewerOf(stored.document, person, scene).sides))
    return lasting(nothingFoundCard(number, '', isTold(person)));
  return showDispute(ports, person, stored.document.id);
}

/** A dispute of an earlier record, under the number that it has there; nothing where this person may not read it. */
async function findInRecord(ports: Ports, person: Person, number: string): Promise<Answer | undefined> {
  const stored = await ports.store.load('dispute', recordId(number));
  if (stored === undefined) return undefined;
  const may = mayRead(viewerOf(stored.document, person, await sceneOf(ports)).sides);
  return may ? showDispute(ports, person, stored.document.id) : undefined;
}

async function listDisputes(ports: Ports, person: Person, page: number): Promise<Answer> {
  const scene = await sceneOf(ports);
  const disputes = await openFor(ports, person, scene);
  return lasting(listCard(disputes, (dispute) => viewerOf(dispute, person, scene), scene, { page, person }));
}

/** A child: for the allocated IRO, for leads, for whoever holds a stage for its team, and for business support. */
async function findChild(
  ports: Ports,
  person: Person,
  words: string,
  page: number,
): Promise<Answer | undefined> {
  if (words.length > 40) return undefined;
  const seen = await seenChild(ports, person, words);
  if (seen !== undefined) return lasting(await childShown(ports, person, seen, { page }));
  // By its shape alone: whether there is such a child is not theirs to learn.
  return /^\d{4,}$/.test(words) ? childUnseen(words, isTold(person)) : undefined;
}
