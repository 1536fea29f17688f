import { pressSchema } from '../../src/cards/index.js';
import { type Drawn, everyCard } from './everyCard.js';
import { hostile } from './working.js';
import { type Rendered, rendering } from './renderer.js';

/** Every object inside a card, deep. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  return [object, ...Object.values(object).flatMap(objectsIn)];
}

const seen = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'speak', 'fallbackText', 'value'];
/** Everything in a card that somebody could read or hear. */
const stringsIn = (card: unknown) =>
  objectsIn(card).flatMap((object) =>
    seen.flatMap((key) => (typeof object[key] === 'string' ? [object[key]] : [])),
  );
const buttonsIn = (card: unknown) =>
  objectsIn(card).filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
const rowOf = ({ card }: Drawn) => card['actions'] as { style: string; mode: string; title: string }[];

/** The names of the cards that break a rule: an empty list says which rule holds. */
const breaking = (cards: readonly Drawn[], breaks: (drawn: Drawn) => boolean) =>
  cards.filter(breaks).map(({ name }) => name);

const onRequest = everyCard();
const always = everyCard({ textInCards: 'always' });
const cards = [...onRequest, ...always];

/** The card without its words, rows that repeat taken once: what the renderer could trip over. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((each) => JSON.stringify(shapeOf(each))))];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      key === 'data'
        ? []
        : [[key, seen.includes(key) && typeof each === 'string' ? each === '' : shapeOf(each)]],
    ),
  );
}

/** One card of each shape: the renderer takes its time in jsdom. */
const shapes = [
  ...new Map(cards.map((each) => [JSON.stringify(shapeOf({ ...each.card, actions: [] })), each])).values(),
];
let shown: ReadonlyMap<Drawn, Rendered>;
beforeAll(async () => {
  const all = await rendering(shapes.map(({ card }) => card));
  shown = new Map(shapes.map((drawn, index) => [drawn, all[index]!]));
}, 300_000);
const shownAs = (drawn: Drawn) => shown.get(drawn)!;

/** The renderer knows no charts, which is what their fallback is for. */
const unknownChart = 'Unknown element type "Chart.HorizontalBar". Fallback will be used if present.';

describe('every card, for every role, in every state', () => {
  it('has a table where a client knows no charts, with everything that the chart has', () => {
    const charts = cards.filter(({ card }) => JSON.stringify(card).includes('Chart.'));
    expect(charts.length).toBeGreaterThan(2);
    for (const { card } of charts) {
      const chart = objectsIn(card).find(({ type }) => type === 'Chart.HorizontalBar');
      const table = JSON.stringify(chart?.['fallback']);
      const bars = (chart?.['data'] ?? []) as { x: string }[];
      expect(bars.length).toBeGreaterThan(1);
      for (const { x } of bars) expect(table).toContain(x);
    }
    const drawn = shapes.filter(({ card }) => JSON.stringify(card).includes('Chart.'));
    expect(drawn.every((each) => shownAs(each).text.includes('of 39'))).toBe(true);
  });

  it('is read and drawn by the real renderer without a warning', () => {
    const warned = shapes.flatMap((drawn) => {
      const { warnings: all, text } = shownAs(drawn);
      const warnings = all.filter((said) => said !== unknownChart);
      return [...warnings, ...(text === '' ? ['is empty'] : [])].map((said) => `${drawn.name}: ${said}`);
    });
    expect(warned).toEqual([]);
  });

  it('is Adaptive Cards 1.5', () => {
    expect(breaking(cards, ({ card }) => card['version'] !== '1.5')).toEqual([]);
  });

  it('leaves nothing of its template open, but what a person typed so', () => {
    const open = (text: string) => text.replaceAll('${number}', '').includes('${');
    expect(breaking(cards, ({ card }) => stringsIn(card).some(open))).toEqual([]);
  });

  it('never says undefined, null or NaN', () => {
    const slips = /\b(undefined|null|NaN)\b|\[object/;
    expect(breaking(cards, ({ card }) => stringsIn(card).some((text) => slips.test(text)))).toEqual([]);
  });

  it('labels each input, and says why a needed one is needed', () => {
    const unlabelled = breaking(shapes, (drawn) =>
      shownAs(drawn).inputs.some(
        ({ label, isRequired, errorMessage }) => label === '' || (isRequired && errorMessage === ''),
      ),
    );
    expect(unlabelled).toEqual([]);
  });

  it('is at most 25 KB', () => {
    const tooLarge = breaking(cards, ({ card }) => Buffer.byteLength(JSON.stringify(card)) > 25 * 1024);
    expect(tooLarge).toEqual([]);
  });

  it('has buttons that give back a press, in both kinds', () => {
    const broken = breaking(cards, ({ card }) =>
      buttonsIn(card).some(({ data }) => !pressSchema.safeParse(data).success),
    );
    expect(broken).toEqual([]);
    expect(
      breaking(cards, ({ card }) =>
        buttonsIn(card).some(
          ({ type, fallback }) => type === 'Action.Execute' && typeof fallback !== 'object',
        ),
      ),
    ).toEqual([]);
  });

  it('has at most five buttons in the row, one of them positive', () => {
    const primary = (drawn: Drawn) => rowOf(drawn).filter(({ mode }) => mode === 'primary');
    expect(breaking(cards, (drawn) => primary(drawn).length > 5)).toEqual([]);
    expect(
      breaking(cards, (drawn) => rowOf(drawn).filter(({ style }) => style === 'positive').length > 1),
    ).toEqual([]);
  });

  it('says each thing once in its row', () => {
    const twice = ({ card }: Drawn) => {
      const titles = (card['actions'] as { title: string }[]).map(({ title }) => title);
      return new Set(titles).size !== titles.length;
    };
    expect(breaking(cards, twice)).toEqual([]);
  });

  it('warns of what cannot be undone on Withdraw alone', () => {
    const destructive = cards.flatMap((drawn) =>
      rowOf(drawn).flatMap(({ style, title }) => (style === 'destructive' ? [title] : [])),
    );
    expect([...new Set(destructive)].toSorted()).toEqual(['Withdraw', 'Withdraw…']);
  });

  it('keeps Withdraw for the last place under More', () => {
    const after = ({ card }: Drawn) => {
      const titles = (card['actions'] as { title: string }[]).map(({ title }) => title);
      return titles.includes('Withdraw…') && titles.at(-1) !== 'Withdraw…';
    };
    expect(breaking(cards, after)).toEqual([]);
  });

  it('has the words to write in bold, and only those that are its own', () => {
    const boldIn = (name: string) =>
      objectsIn(cards.find((drawn) => drawn.name === name)?.card)
        .filter(({ weight }) => weight === 'Bolder')
        .map(({ text }) => text);
    expect(boldIn('list · iro · none')).toContain('raise');
    expect(boldIn('help · lead')).toEqual(
      expect.arrayContaining(['disputes', '700123', 'D-2026-0001', 'unreachable', 'help']),
    );
    expect(boldIn('not understood')).toEqual(['I did not understand that']);
  });

  it('can be heard and has words for clients that draw no card', () => {
    const mute = ({ card, summary }: Drawn) =>
      [card['speak'], card['fallbackText'], summary].some((text) => typeof text !== 'string' || text === '');
    expect(breaking(cards, mute)).toEqual([]);
  });

  it('speaks in sentences', () => {
    const says = ({ card }: Drawn) => String(card['speak']);
    const unended = (each: Drawn) => !/[.?!…]$/.test(says(each)) || /[.?!]{2}|[^.]\.{2}$/.test(says(each));
    expect(cards.filter(unended).map((each) => `${each.name}: ${says(each)}`)).toEqual([]);
  });

  it('speaks and previews without a typed word', () => {
    const loud = ({ card, summary }: Drawn) =>
      [card['speak'], card['fallbackText'], summary].some((text) => String(text).includes('Typed:'));
    expect(breaking(cards, loud)).toEqual([]);
    expect(breaking(cards, ({ summary }) => /\d{6}|D-\d{4}-|Example/.test(summary))).toEqual([]);
  });

  it('knows of a child a reference and initials alone', () => {
    const more = /FAMILY-REF|2014|ETHNICITY/;
    expect(breaking(cards, ({ card }) => more.test(JSON.stringify(card)))).toEqual([]);
  });

  it('shouts at nobody and counts in good English', () => {
    const shouting = ({ card, ownWords }: Drawn) =>
      !ownWords &&
      stringsIn(card).some((text) =>
        /!|\b1 (working days|disputes|fields|children)\b|\b([02-9]|\d\d+) (working day|dispute|field|child)\b/.test(
          text,
        ),
      );
    expect(breaking(cards, shouting)).toEqual([]);
  });
});

describe('typed words', () => {
  const holds = ({ card }: Drawn) => JSON.stringify(card).includes('Typed:');
  const dispute = ({ name, ownWords }: Drawn) => name.includes(' · ') && !ownWords;

  it('stand in no card, where the policy has them on request', () => {
    expect(breaking(onRequest, (drawn) => !drawn.ownWords && holds(drawn))).toEqual([]);
  });

  it('stand in the cards where the policy has them always', () => {
    const roles = new Set(['iro', 'team manager', 'operations manager', 'lead']);
    const plain = always.filter((drawn) => roles.has(drawn.group) && dispute(drawn));
    expect(plain.length).toBeGreaterThan(50);
    expect(breaking(plain, (drawn) => !holds(drawn))).toEqual([]);
  });

  it('of what changed for the child stay with it when the check day closes it', () => {
    const changed = 'Typed: the child has a start date.';
    const closed = [...always.filter(({ name }) => name === 'closed, done · team manager'), ...cards].filter(
      ({ name }) => /^closed, done · (team manager|iro · (text|file note 700123))$/.test(name),
    );
    const without = closed.filter((drawn) => !JSON.stringify(drawn.card).includes(changed));
    expect(closed.length).toBeGreaterThan(4);
    expect(new Set(without)).toEqual(
      new Set(onRequest.filter(({ name }) => name === 'closed, done · team manager')),
    );
  });

  it('are shown to whoever asks for them', () => {
    const asked = cards.filter(({ name }) => name.endsWith(' · text'));
    expect(asked.length).toBeGreaterThan(50);
    expect(breaking(asked, (drawn) => !holds(drawn))).toEqual([]);
  });

  it('are never Markdown: each is drawn as it was typed', () => {
    const withMarks = shapes.filter(({ card }) => JSON.stringify(card).includes('**bold**'));
    expect(withMarks.length).toBeGreaterThan(10);
    const marked = (drawn: Drawn) => shownAs(drawn).markdown.some((text) => /\*\*|Typed:|Example/.test(text));
    expect(breaking(shapes, marked)).toEqual([]);
    const drawn = withMarks.filter((each) => shownAs(each).text.includes('**bold** <at>Name</at> ${number}'));
    expect(drawn.length).toBeGreaterThan(1);
  });

  it('are given back as they were, marks and all', () => {
    const forms = cards.filter(({ name }) => name.endsWith(' · refused') && JSON.stringify(name) !== '');
    const withText = forms.filter(({ card }) => objectsIn(card).some(({ id }) => id === 'text'));
    expect(withText.length).toBeGreaterThan(20);
    expect(
      breaking(
        withText,
        ({ card }) => !objectsIn(card).some(({ id, value }) => id === 'text' && value === hostile),
      ),
    ).toEqual([]);
  });

  it('of Cafcass and of advice are the IRO side’s alone', () => {
    const managers = cards.filter(({ name }) => / · (team|operations) manager/.test(name));
    expect(managers.length).toBeGreaterThan(50);
    expect(breaking(managers, ({ card }) => /SECRET-OF|[Aa]dvice/.test(JSON.stringify(card)))).toEqual([]);
    const secret = (drawn: Drawn) => JSON.stringify(drawn.card).includes('SECRET-OF-CAFCASS');
    expect(breaking(cards, secret)).toContain(
      'with every mark, three children, Cafcass and advice · iro · text',
    );
  });
});
