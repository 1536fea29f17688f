import { randomUUID } from 'node:crypto';
import { importFiles } from '../../src/flows/import.js';
import type { SourceFiles } from '../../src/imports/source.js';
import type { Child, ChildFact } from '../../src/reviews/child.js';
import { childId } from '../../src/reviews/facts.js';
import type { TeamsActivity } from '../support/activities.js';
import { ssd, ssda903 } from '../imports/files.js';
import type { Actor, Theatre } from './theatre.js';

/** Reads files as the command line does. */
export async function reads(theatre: Theatre, files: SourceFiles) {
  const { store, now, newId } = theatre.bot.ports;
  return importFiles({ store, now: now(), newId }, files, { dryRun: false });
}

/** Looked after from Mon 9 Feb 2026, born in 2011: the first review is due on Mon 9 Mar. */
export const careOf = (born = '21/09/2011') => ({
  ssda903: ssda903({
    header: [`700123,2,${born},WIRT,,,`],
    episodes: ['700123,09/02/2026,S,C1,N1,U5,PR1,,,,,,'],
  }),
});

/** What the case system says of the child's reviews. */
export const caseSystem = (...reviews: string[]) => ({
  ssd: ssd({ episodes: ['E1,700123,CLA1,2026-02-09'], reviews }),
});

export async function childOf(theatre: Theatre, ref = '700123'): Promise<Child> {
  const stored = await theatre.bot.ports.store.load('child', childId(ref));
  if (stored === undefined) throw new Error(`there is no ${ref}`);
  return stored.document;
}

/** What was said in Teams of a child and holds, oldest first. */
export async function saidOf(theatre: Theatre, ref = '700123'): Promise<ChildFact[]> {
  const { facts } = await childOf(theatre, ref);
  return facts.filter(({ source, supersededAt }) => source === 'teams' && supersededAt === undefined);
}

/** As Teams sends a press again whose answer it did not get. */
export const again = (activity: TeamsActivity): TeamsActivity => ({ ...activity, id: `f:${randomUUID()}` });

/** The same press from somebody else’s own chat. */
export const pressedBy = (someone: Actor, activity: TeamsActivity): TeamsActivity => ({
  ...activity,
  id: `f:${randomUUID()}`,
  from: someone.user,
  conversation: { ...activity.conversation, id: someone.chat },
});
