import { addDays } from '../calendar/days.js';
import { atText, dayText } from '../calendar/words.js';
import { noticeCard, ownWords, type Scene } from '../cards/index.js';
import { holdsAStage } from '../people/cover.js';
import { pauseOf } from '../people/hours.js';
import { longestPause, pauseAsked } from '../people/pause.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import { change, freshly } from './directory.js';
import type { Ports } from './ports.js';

const says = words.morning.pause;

/** What was written after the word, where that is *pause*. */
export const pauseIn = (written: string): string | undefined =>
  /^pause(?: notices)?\b\s*(.*)$/i.exec(written)?.[1];

const resumeButton = { title: says.resume, data: { press: 'say', words: 'resume' } } as const;

/** *pause 3 hours*, *pause until Mon 16 Mar*: no new cards until then. Clocks and the cards that are there go on. */
export async function pause(ports: Ports, person: Person, written: string): Promise<Answer> {
  const scene = await sceneOf(ports);
  const { policy } = scene.directory;
  const asked = pauseAsked(written, scene.now, policy);
  switch (asked.kind) {
    case 'how':
      return lasting(howCard(await freshly(ports.store, person), scene));
    case 'not-understood':
      return lasting(
        noticeCard({
          heading: says.notUnderstood.heading,
          lines: [says.notUnderstood.line(written.slice(0, 80)), ownWords(says.how.line)],
          speak: says.notUnderstood.heading,
        }),
      );
    case 'past':
      return lasting(noticeCard({ heading: says.past.heading, lines: [says.past.line] }));
    case 'too-long': {
      const latest = dayText(addDays(scene.today, longestPause), scene.today);
      return lasting(
        noticeCard({ heading: says.tooLong.heading, lines: [ownWords(says.tooLong.line(latest))] }),
      );
    }
    case 'until': {
      await change(ports.store, 'person', person.id, (known) => ({
        ...known,
        pausedUntil: asked.until,
        wakeAt: scene.now,
      }));
      // A pause that was longer held things until its own end.
      await lookAgainAtWhatWaits(ports, person);
      const answers = person.roles.includes('manager') || holdsAStage(scene.directory, person);
      return lasting(
        noticeCard({
          heading: says.heading(atText(asked.until, scene.today)),
          lines: [says.line, answers ? says.dueDays(policy.label) : '', ownWords(says.end)],
          buttons: [resumeButton],
        }),
      );
    }
  }
}

function howCard({ pausedUntil }: Person, scene: Scene) {
  const until = pauseOf({ pausedUntil }, scene.now);
  return noticeCard({
    heading: says.how.heading,
    lines: [
      until === undefined ? '' : ownWords(says.how.now(atText(until, scene.today))),
      ownWords(says.how.line),
    ],
    buttons: until === undefined ? [] : [resumeButton],
  });
}

/** *resume*: what waited comes now, as far as it still holds and the hours allow it. */
export async function resume(ports: Ports, person: Person): Promise<Answer> {
  const { now } = ports;
  const { heading, line, notPaused } = says.resumed;
  let paused = false;
  await change(ports.store, 'person', person.id, ({ pausedUntil, ...known }) => {
    paused = pauseOf({ pausedUntil }, now()) !== undefined;
    return paused ? { ...known, wakeAt: now() } : undefined;
  });
  if (paused) await lookAgainAtWhatWaits(ports, person);
  return lasting(noticeCard({ heading, lines: [paused ? line : notPaused] }));
}

/** What is held for somebody is due now, and held anew as their pause and their hours have it from now on. */
async function lookAgainAtWhatWaits(ports: Ports, person: Person): Promise<void> {
  await ports.directoryChanged();
  for (const { document } of await ports.store.deliveriesToPerson(person.id))
    if (document.ping !== undefined)
      await change(ports.store, 'delivery', document.id, (current) =>
        current.ping === undefined ? undefined : { ...current, sendAt: ports.now() },
      );
  ports.nudge();
}
