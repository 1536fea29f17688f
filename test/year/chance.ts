/** Chance that can be had again: the same seed and name give the same throws. */
export function chanceOf(seed: number, name: string) {
  let state = seed | 0;
  for (let at = 0; at < name.length; at += 1) state = Math.imul(state ^ name.charCodeAt(at), 16_777_619);
  /** From 0 up to 1 (mulberry32). */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const hex = (length: number) => Array.from({ length }, () => upTo(15).toString(16)).join('');
  return {
    next,
    /** A whole number from 0, at most `most`. */
    upTo,
    between: (least: number, most: number): number => least + upTo(most - least),
    happens: (share: number): boolean => next() < share,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[upTo(list.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    /** By weight; undefined where the weights add up to less than 1 and none was met. */
    oneOf: <T>(weights: readonly (readonly [share: number, T])[]): T | undefined => {
      let left = next();
      for (const [share, what] of weights) {
        if (left < share) return what;
        left -= share;
      }
      return undefined;
    },
    uuid: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
export type Chance = ReturnType<typeof chanceOf>;
