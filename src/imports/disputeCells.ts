import { z } from 'zod';
import { type Day, atHour, daySchema, englishDay, parseBritishDay } from '../calendar/days.js';
import type { Moment } from '../disputes/events.js';

/** The cells of an old spreadsheet. A column that is not there is empty in every row. */
export const cell = z.string().default('');

const parts = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const day = (text: string): Day | undefined => daySchema.safeParse(text).data ?? parseBritishDay(text);

/** A day that has come, yyyy-mm-dd or dd/mm/yyyy; undefined where the cell is empty. */
export const pastDayCell = (column: string, today: Day) =>
  cell.transform((text, context): Day | undefined => {
    if (text === '') return undefined;
    const read = day(text);
    if (read !== undefined && read <= today) return read;
    const wrong = read === undefined ? 'is no valid date (yyyy-mm-dd is wanted)' : 'is in the future';
    context.addIssue({ code: 'custom', message: `${column} ${wrong}` });
    return z.NEVER;
  });

interface Named {
  readonly id: string;
  readonly label: string;
}

/** The id of what is called so, by id or label. */
function idOf(text: string, known: readonly Named[]): string | undefined {
  const wanted = text.toLowerCase();
  return known.find(({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted)?.id;
}

function unknown(what: string, text: string, known: readonly Named[]): string {
  const ids = known.map(({ id }) => id);
  const some = ids.length > 12 ? `${ids.slice(0, 12).join(', ')}, …` : ids.join(', ');
  return `unknown ${what} "${text}": ${some}`;
}

/** One of these, or undefined where the cell is empty. */
export const oneOfCell = (what: string, known: readonly Named[]) =>
  cell.transform((text, context): string | undefined => {
    if (text === '') return undefined;
    const id = idOf(text, known);
    if (id === undefined) context.addIssue({ code: 'custom', message: unknown(what, text, known) });
    return id;
  });

/** Several of these, each once, in their order. */
export const someOfCell = (what: string, known: readonly Named[]) =>
  cell.transform((text, context): string[] => {
    const ids = parts(text).map((part) => {
      const id = idOf(part, known);
      if (id === undefined) context.addIssue({ code: 'custom', message: unknown(what, part, known) });
      return id ?? '';
    });
    return [...new Set(ids)];
  });

/** Several texts, each once. */
export const listCell = cell.transform((text) => [...new Set(parts(text))]);

export interface StageMoment {
  readonly id: string;
  /** Absent: the record does not say when. */
  readonly moment?: Moment | undefined;
}

/** `stage:when` several times, with a date, a date and time, or nothing after the colon. */
export const stageMomentsCell = (column: string, stages: readonly Named[], today: Day) =>
  cell.transform((text, context): StageMoment[] => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', message });
    const read = parts(text).map((part): StageMoment => {
      const [, name = '', when = ''] = /^([^:]*):?(.*)$/.exec(part) ?? [];
      const id = idOf(name.trim(), stages);
      if (id === undefined) wrong(unknown('stage', name.trim(), stages));
      const moment = momentOf(when.trim());
      if (when.trim() !== '' && moment === undefined)
        wrong(
          `${column} has no valid date for ${name.trim()} (yyyy-mm-dd, or with a time: yyyy-mm-dd hh:mm)`,
        );
      if (moment !== undefined && moment.on > today) wrong(`${column} has a date in the future`);
      return { id: id ?? '', moment };
    });
    const twice = read.find(
      ({ id }, index) => id !== '' && read.findIndex((each) => each.id === id) !== index,
    );
    if (twice !== undefined) wrong(`${column} has ${twice.id} twice`);
    return read;
  });

/** A time without a zone is what a London clock showed. */
function momentOf(text: string): Moment | undefined {
  const [, date = '', time, seconds, zone] =
    /^(\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4})(?:[T ]\s*(\d{1,2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z)?)?$/.exec(
      text,
    ) ?? [];
  const on = day(date);
  if (on === undefined) return undefined;
  if (time === undefined) return { on };
  const hour = time.padStart(5, '0');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) return undefined;
  if (zone === undefined) return { on, at: atHour(on, hour) };
  const instant = z.iso.datetime().safeParse(`${on}T${hour}${seconds ?? ':00'}Z`).data;
  if (instant === undefined) return undefined;
  const at = new Date(instant).toISOString();
  return { on: englishDay(at), at };
}
