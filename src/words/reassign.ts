import { counted } from './grammar.js';

const childrenOf = (count: number) => counted(count, 'child', 'children');

/** A child, or all children of somebody, to another IRO. Words in ** are bold. */
export const reassign = {
  open: 'Reassign…',
  heading: (child: string) => `Reassign · ${child}`,
  summary: 'Reassign a child',
  now: (name: string) => `The IRO now: ${name}`,
  to: 'New IRO',
  choose: 'Choose the new IRO.',
  typeName: 'Type a name',
  under: (label: string) =>
    `An open ${label} of this child goes with it. The next list of allocations keeps this, unless it names another IRO than it did before.`,
  send: 'Reassign',
  nobody: 'There is no other IRO on the list',
  nobodyLine: 'An IRO who is to take the child has to be on the list of people first.',
  opposite: (name: string, numbers: string) =>
    `${name} is on the other side of ${numbers}. Choose somebody else, so that nobody decides on both sides.`,
  away: (name: string) =>
    `${name} is away today, and nobody covers. Choose somebody who is there, or end the absence first.`,
  notOnList: 'Not an IRO on the list any more. Choose somebody else.',
  leadOnly: 'A lead reassigns a child.',
  answering: (numbers: string) =>
    `You are on the other side of ${numbers}, so another lead has to reassign this child.`,
  did: (name: string) =>
    `Reassigned: the IRO is ${name} from now on. They are told in a moment, and what is open goes with the child.`,
  already: (name: string) => `The IRO is ${name} already.`,
  movedMeanwhile: (name: string) => `Not reassigned: meanwhile the IRO of this child is ${name}.`,

  share: {
    open: 'Share among…',
    form: 'Share the children of an IRO',
    whose: 'Whose children',
    chooseWhose: 'Choose whose children are to be shared.',
    among: 'Among',
    chooseAmong: 'Say who takes them.',
    amongHint: 'Names, parts of names or e-mail addresses, with a comma between.',
    under: 'Nothing moves yet: the next card says who would get which children.',
    propose: 'Show the shares',
    summary: 'Share children',
    heading: (count: number, name: string) =>
      count === 0 ? `${name} has no children to share` : `Share the ${childrenOf(count)} of ${name}`,
    nobodyHas: 'No child is allocated to them.',
    nothingYet: 'Nothing has moved yet. Children of one family stay together.',
    count: (count: number, name: string) => `${count === 0 ? 'None' : childrenOf(count)} to ${name}`,
    nowThen: (count: number, now: number) =>
      count === 0 ? `: now ${now}` : `: now ${now}, then ${now + count}`,
    fte: (name: string, fte: string) => `${name} works ${fte} of full time.`,
    left: (refs: string) =>
      `Stays: ${refs}. You, or whoever takes them, would be on both sides of something that is open.`,
    row: (initials: string, name: string) => `${initials === '' ? '' : ` · ${initials}`} · to ${name}`,
    send: 'Share as shown',
    cancel: 'Cancel',
    cancelled: 'Nothing was shared',
    cancelledLine: 'Everybody has the children that they had.',
    shared: (name: string) => `The children of ${name} are shared`,
    alreadyShared: (name: string) => `The children of ${name} were shared already`,
    nothingShared: 'Nothing was shared',
    before: (count: number) => `${childrenOf(count)} had moved with an earlier press.`,
    moved: (refs: string) => `Left where they are, for they moved meanwhile: ${refs}.`,
    opposite: (refs: string) =>
      `Left where they are, for you or whoever takes them would be on both sides of something that is open: ${refs}.`,
    gone: (name: string) => `${name} is not an IRO on the list any more, and got none.`,
    told: 'Each of them is told in a moment, with one card.',

    how: 'Write **share Anna among Ben, Carl**: names, parts of names or e-mail addresses.',
    notUnderstood: 'That needs a name, and who takes the children',
    leadOnly: 'Children are shared by a lead',
    leadOnlyLine: 'Ask your lead.',
    noIro: (name: string) => `${name} is not an IRO on the list`,
    oneself: (name: string) => `${name} cannot take their own children`,
    away: (name: string) => `${name} is away today`,
    awayLine: 'Choose somebody who is there, or end the absence first.',
  },

  came: {
    summary: 'Children came to you',
    heading: (children: number, disputes: string, names: string) => {
      const what = childrenOf(children);
      const from = names === '' ? '' : ` from ${names}`;
      return `${what}${disputes === '' ? '' : ` and ${disputes}`} came to you${from}`;
    },
    disputes: (count: number, label: string, many: string) =>
      count === 0 ? '' : counted(count, `open ${label}`, `open ${many}`),
    line: 'You are their IRO from now on. Write **came to me** to see this again.',
    child: (initials: string, team: string) =>
      `${initials === '' ? '' : ` · ${initials}`}${team === '' ? '' : ` · ${team}`}`,
    pointer: 'Children who came to you',
    none: 'No children came to you lately',
    noneLine: 'Whoever is yours stands in your list.',
    tooLong: 'Write a reference to see one child.',
  },
};
