/** Children who stay together: of one family, or one alone. */
export interface Together {
  readonly children: readonly string[];
}

/** Who takes children, and how many they have. */
export interface Taker {
  readonly id: string;
  readonly children: number;
  /** Full-time equivalent; one that is not recorded counts as 1. */
  readonly fte?: number | undefined;
}

export interface Spread<F extends Together, T extends Taker> {
  /** In the order of the takers: who gets none has none. */
  readonly shares: readonly { readonly taker: T; readonly families: readonly F[] }[];
  /** Nobody may take them. */
  readonly left: readonly F[];
}

export const perFte = (children: number, { fte }: Pick<Taker, 'fte'>): number =>
  children / (fte === undefined || fte === 0 ? 1 : fte);

const inOrder = (one: Together, other: Together) =>
  other.children.length - one.children.length ||
  (one.children[0] ?? '').localeCompare(other.children[0] ?? '', 'en', { numeric: true });

/**
 * Spreads families as evenly as they allow: the largest first, each to whoever has the fewest children for a full-time
 * equivalent with it; who was named first where two have as many. Then moving any one family makes nobody's highest
 * number lower, unless somebody may not take some.
 */
export function spread<F extends Together, T extends Taker>(
  families: readonly F[],
  takers: readonly T[],
  mayTake: (taker: T, family: F) => boolean = () => true,
): Spread<F, T> {
  const shares = takers.map((taker) => ({ taker, has: taker.children, families: [] as F[] }));
  const left: F[] = [];
  for (const family of families.toSorted(inOrder)) {
    const size = family.children.length;
    const [next] = shares
      .filter(({ taker }) => mayTake(taker, family))
      .toSorted((a, b) => perFte(a.has + size, a.taker) - perFte(b.has + size, b.taker));
    if (next === undefined) left.push(family);
    else {
      next.families.push(family);
      next.has += size;
    }
  }
  return { shares: shares.map(({ taker, families: its }) => ({ taker, families: its })), left };
}
