/** At most half of what Teams allows: 50 requests a second for a tenant; 7 a second and 1,800 an hour for a conversation. */
const inAll = { window: 1_000, most: 25 };
const inConversation = [
  { window: 1_000, most: 3 },
  { window: 3_600_000, most: 900 },
];
const longest = 3_600_000;

/** When requests went out lately, in milliseconds, oldest first: in all, and in each conversation. */
export interface Pace {
  readonly all: readonly number[];
  readonly conversations: ReadonlyMap<string, readonly number[]>;
}
export const unhurried: Pace = { all: [], conversations: new Map() };

/** How many requests of one delivery may go together. */
export const mostAtOnce = 3;

const since = (times: readonly number[], at: number, window: number) =>
  times.filter((time) => time > at - window && time <= at);

/** Milliseconds until `count` more fit into the window. */
function waitIn(times: readonly number[], at: number, count: number, window: number, most: number): number {
  const within = since(times, at, window);
  const toLeave = within[within.length + count - most - 1];
  return toLeave === undefined ? 0 : toLeave + window - at;
}

/** Milliseconds until `count` more requests (at most `mostAtOnce`) fit into the pace of all. */
export const waitInAll = ({ all }: Pace, at: number, count: number): number =>
  waitIn(all, at, count, inAll.window, inAll.most);

/** The same for one conversation alone. */
export function waitInConversation(
  { conversations }: Pace,
  conversation: string,
  at: number,
  count: number,
): number {
  const times = conversations.get(conversation) ?? [];
  return Math.max(...inConversation.map(({ window, most }) => waitIn(times, at, count, window, most)));
}

/** A request goes out now. What is too old to matter is forgotten. */
export function noted({ all, conversations }: Pace, conversation: string, at: number): Pace {
  const lately = [...conversations].filter(([, times]) => (times.at(-1) ?? 0) > at - longest);
  const own = since(conversations.get(conversation) ?? [], at, longest);
  return {
    all: [...since(all, at, inAll.window), at],
    conversations: new Map([...lately, [conversation, [...own, at]]]),
  };
}
