/** What somebody asks about who is away, as it was written. */
export type CoverAsked =
  | { readonly kind: 'list' }
  /** `from`: the first day of the absence; without it, it is today's. */
  | { readonly kind: 'end'; readonly who: string; readonly from?: string }
  | {
      readonly kind: 'enter';
      readonly who: string;
      readonly from: string;
      readonly to: string;
      readonly by: string;
    }
  | { readonly kind: 'how' };

/** Who writes it is who is away. */
export const self = '';
const today = 'today';
/** Two names and two days are shorter; what is longer is about something else. */
const longest = 200;

/** Reads `cover Anna from Mon 9 Mar to Fri 20 Mar by Ben`, `away until Fri 20 Mar, Ben covers` and what is like them. */
export function coverAsked(words: string): CoverAsked | undefined {
  if (words.length > longest) return undefined;
  if (/^covers?$/i.test(words)) return { kind: 'list' };
  if (/^(i am |i'm |i’m )?back$/i.test(words)) return { kind: 'end', who: self };
  const ends =
    /^cover (?:for |of )?(.+?)(?: from (.+?))? ends?$|^end (?:the )?cover (?:for |of )?(.+?)(?: from (.+))?$/i.exec(
      words,
    );
  if (ends !== null) return ending(ends[1] ?? ends[3] ?? '', ends[2] ?? ends[4]);
  const own = /^away from (.+?) ends?$/i.exec(words);
  if (own !== null) return ending(self, own[1]);
  const cover = /^cover (?:for )?(.+?) (?:from (.+?) (?:to|until) (.+?)|until (.+?)|on (.+?)) by (.+)$/i.exec(
    words,
  );
  if (cover !== null) {
    const [, who = '', first, last, until, on, by = ''] = cover;
    return { kind: 'enter', who, from: first ?? on ?? today, to: last ?? until ?? on ?? '', by };
  }
  const away =
    /^(?:i am |i'm |i’m )?away (?:from (.+?) (?:to|until) (.+?)|until (.+?)|on (.+?))(?:(?:, ?| and )(?:and )?([^,]+?) covers)?$/i.exec(
      words,
    );
  if (away !== null) {
    const [, first, last, until, on, by = ''] = away;
    return { kind: 'enter', who: self, from: first ?? on ?? today, to: last ?? until ?? on ?? '', by };
  }
  return /^(away|cover)\b/i.test(words) ? { kind: 'how' } : undefined;
}

const ending = (who: string, from: string | undefined): CoverAsked => ({
  kind: 'end',
  who,
  ...(from === undefined ? {} : { from }),
});

/** What was asked, written anew: `coverAsked` reads the same of it. */
export function coverWords(asked: Exclude<CoverAsked, { kind: 'list' | 'how' }>): string {
  const { who } = asked;
  if (asked.kind === 'end') {
    if (asked.from === undefined) return who === self ? 'back' : `cover ${who} ends`;
    return who === self ? `away from ${asked.from} ends` : `cover ${who} from ${asked.from} ends`;
  }
  const { from, to, by } = asked;
  if (who !== self) return `cover ${who} from ${from} to ${to} by ${by}`;
  return `away from ${from} to ${to}${by === '' ? '' : `, ${by} covers`}`;
}
