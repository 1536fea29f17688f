import { bankHolidays } from '../calendar/bankHolidays.js';
import { type Day, type Instant, englishDay } from '../calendar/days.js';
import { dayText } from '../calendar/words.js';
import { longDay } from '../calendar/periods.js';
import { caseSystemAsAt, isOld } from '../people/imported.js';
import { policyWarnings } from '../policy/policy.js';
import { differences } from '../reviews/joining.js';
import { timedReviews, timetableOf } from '../reviews/timetable.js';
import type { Delivery } from '../store/store.js';
import { type Check, check, none } from './check.js';
import type { Examined } from './examined.js';
import { childChecks, peopleChecks } from './peopleChecks.js';

/** Everything that can be known from the store and the calendar, in the order in which it is read. */
export function checksOf(examined: Examined, now: Instant): Check[] {
  const today = englishDay(now);
  return [
    policyCheck(examined),
    bankHolidayCheck(today),
    ...peopleChecks(examined, today),
    ...childChecks(examined, today),
    dataCheck(examined, today),
    ...sendingChecks(examined),
    differenceCheck(examined, today),
  ];
}

function policyCheck({ directory: { policy, importedAt } }: Examined): Check {
  const warnings = policyWarnings(policy);
  if (warnings.length > 0) return check('Policy', 'look', 'it loads, and deserves a look', warnings);
  return check('Policy', 'fine', importedAt?.policy === undefined ? 'the default' : 'the service’s own');
}

/** From 1 July the next year’s are wanted: due dates already reach into it. */
export function bankHolidayCheck(today: Day): Check {
  const year = Number(today.slice(0, 4));
  const until = bankHolidays.givenUntil();
  const wanted = today.slice(5) >= '07-01' ? year + 1 : year;
  const known = `known until ${longDay(until)}`;
  if (!bankHolidays.isProvisional(`${wanted}-12-25`)) return check('Bank holidays', 'fine', known);
  return check(
    'Bank holidays',
    'look',
    `${known}; those of ${wanted} are by rule alone, and a proclamation may change them: ` +
      'name the government’s new file in BANK_HOLIDAYS_FILE',
  );
}

function dataCheck({ directory: { importedAt = {} } }: Examined, today: Day): Check {
  const asAt = caseSystemAsAt(importedAt);
  if (asAt === undefined) return check('Data', 'wrong', 'nothing has been imported');
  const says = `case system as at ${dayText(asAt, today)}`;
  return isOld(asAt, today)
    ? check('Data', 'wrong', `${says}: older than two working days`)
    : check('Data', 'fine', says);
}

function sendingChecks({ deliveries, heldBack }: Examined): Check[] {
  const ended = (wanted: Delivery['result']) =>
    deliveries
      .filter(({ result }) => result === wanted)
      .map(({ person, subject, reason }) => `${person} about ${subject}: ${reason ?? 'no reason given'}`);
  return [
    none('Deliveries that failed', ended('failed'), 'wrong', ['message', 'messages', 'none']),
    none('People who were not reached', ended('unreachable'), 'wrong', ['message', 'messages', 'none']),
    none('Held back', heldBack, 'wrong', [
      'document is waiting for its step since more than an hour: does the bot run, and what does its log say?',
      'documents are waiting for their step since more than an hour: does the bot run, and what does its log say?',
      'none',
    ]),
  ];
}

function differenceCheck({ children, directory: { policy } }: Examined, today: Day): Check {
  const waiting = children.filter((child) => {
    const timetable = timetableOf(child, today, policy);
    return (
      timetable.perhapsTheSame.length > 0 ||
      timedReviews(timetable).some(({ review }) => differences(review).length > 0)
    );
  });
  return none(
    'Differences between sources',
    waiting.map(({ ref }) => ref),
    'look',
    [
      'child has reviews that the sources tell differently',
      'children have reviews that the sources tell differently',
      'none waiting',
    ],
  );
}
