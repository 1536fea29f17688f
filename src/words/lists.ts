import { capital, counted, figure, sentence } from './grammar.js';

/** Lists of disputes, what a search finds, one child, and who could not be told. Words in ** are bold. */
export const lists = {
  speak: (heading: string, more: readonly string[] = []) => [heading, ...more].map(sentence).join(' '),
  showMore: (rest: number) => `Show more (${figure(rest)})`,
  aboutRow: (theme: string, children: string) => ` · ${theme} · ${children}`,

  open: (count: number, label: string, disputes: string) =>
    capital(counted(count, `open ${label}`, `open ${disputes}`)),
  noneOpen: (disputes: string) => `No open ${disputes}.`,
  summary: (disputes: string) => `Your ${disputes}`,
  writeRaise: 'Write **raise** to start one.',
  ofTheService: (disputes: string) => `All open ${disputes} of the service are listed here.`,
  allWaiting: (count: number) => (count === 1 ? 'It is waiting for you.' : 'All are waiting for you.'),
  waiting: (count: number) => `${figure(count)} ${count === 1 ? 'is' : 'are'} waiting for you.`,
  noneWaiting: 'Nothing is waiting for you.',

  child: {
    summary: 'A child',
    team: 'Team',
    notKnown: 'Not known',
    notOnList: 'Not on the list',
    notAllocated: 'Not allocated',
    open: (count: number, label: string, disputes: string) =>
      capital(`${counted(count, `open ${label}`, `open ${disputes}`)} for this child.`),
  },

  unreachable: {
    nobody: 'Everybody who was to be told has been told.',
    heading: (count: number) =>
      capital(counted(count, 'notice did not get through', 'notices did not get through')),
    row: (number: string) => ` · ${number}`,
    people: (count: number) =>
      capital(counted(count, 'person cannot be reached', 'people cannot be reached')),
    since: {
      removed: (day: string) => `Removed this app on ${day}.`,
      blocked: (day: string) => `Has blocked this app since ${day}.`,
    },
    insteadOf: (names: string) => `Told instead: ${names}.`,
    nobodyInstead: 'Nobody was told instead.',
    notInstalled: 'Has not installed this app.',
    blocked: 'Has blocked or removed this app.',
    notKnown: 'Teams did not say whether the notice arrived.',
    gone: 'Their chat with this app is gone.',
    other: 'Could not be reached in Teams.',
  },

  /** A dispute as a search finds it, and the card that is put into a chat. */
  found: {
    title: (number: string, kind: string) => `${number} · ${kind}`,
    text: (stage: string, due: string, about: string) => `${stage} ${due} ${about}`,
    asAt: (time: string) => `As at ${time}.`,
    noStage: 'No stage.',
    stage: (place: number, of: number, stage: string) => `Stage ${place} of ${of}: ${stage}.`,
    noDueDate: 'No due date.',
    noDueDateHere: 'No due date at this stage.',
    closed: (day: string) => `Closed on ${day}.`,
    closedSome: 'Closed.',
    agreed: (day: string) => `Agreed, to be checked on ${day}.`,
    due: (day: string) => `Answer due by ${day}.`,
    answered: (day: string) => `Answer due by ${day}; answered.`,
  },
};
