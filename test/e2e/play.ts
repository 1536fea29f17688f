import type { Browser } from 'playwright-core';
import { movesTheClock, personAt } from './atThePage.js';
import { openBrowser, openPage, overflowing } from './browser.js';
import { openTown, townsfolk, type Town, type Townsperson } from './town.js';

type Play = Awaited<ReturnType<typeof openPlay>>;

async function openPlay(browser: Browser, town: Town, people: readonly Townsperson[]) {
  const { page, troubles } = await openPage(browser, town.address(...people));
  return {
    page,
    troubles,
    person: (who: Townsperson) => personAt(page, townsfolk[who].name, town.settled),
    settled: town.settled,
    movesTheClock: (day: string, time?: string) => movesTheClock(page, day, time),
    /** Nothing on the page is wider than its place, at any width; the same at the end of every story. */
    looksRight: async () => expect(await overflowing(page)).toEqual([]),
  };
}

/** A town and a browser for the stories of a file; each story ends with a look at the page and at what was logged. */
export function stage() {
  let browser: Browser;
  let town: Town;
  let play: Play | undefined;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    town = await openTown();
  });
  afterEach(async () => {
    try {
      await play?.looksRight();
      expect(play?.troubles ?? []).toEqual([]);
      expect(town.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    } finally {
      await play?.page.close();
      play = undefined;
      await town.close();
    }
  });
  afterAll(() => browser.close());

  /** The page with these people side by side, when everybody has been welcomed. */
  return async (...people: Townsperson[]): Promise<Play> => {
    play = await openPlay(browser, town, people);
    for (const who of people) await play.person(who).sees('Welcome to IRO Footprint');
    return play;
  };
}
