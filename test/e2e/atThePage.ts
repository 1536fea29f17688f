import type { Locator, Page } from 'playwright-core';

/** Waits until every column shows what the channel has of it, and no press runs: people look before they press. */
export const drawn = (page: Page) =>
  page.waitForFunction(async () => {
    // No function in here has a name: what compiles the pictures' script would call a helper that no page has.
    for (const { dataset } of document.querySelectorAll<HTMLElement>('section.column')) {
      const answer = await fetch(`api/people/${dataset['person'] ?? ''}`);
      if (dataset['revision'] !== String(((await answer.json()) as { revision: number }).revision))
        return false;
    }
    return document.querySelector('[aria-busy="true"]') === null;
  });

/**
 * One person's column, and hands that count what they do. Before they press, the bot has sent what is due: people are
 * slower than it.
 */
export function personAt(page: Page, name: string, settled: () => Promise<void>) {
  const column = page.getByRole('region', { name, exact: true });
  const hands = { fills: 0, clicks: 0 };
  const click = async (target: Locator) => {
    await settled();
    await drawn(page);
    await target.click();
    hands.clicks += 1;
  };
  const fill = async (target: Locator, text: string) => {
    await target.fill(text);
    hands.fills += 1;
  };
  // What was posted last is what people work on: an older card may have a button of the same name.
  const button = (title: string) => column.getByRole('button', { name: title, exact: true }).last();
  const field = (label: string) => column.getByLabel(label, { exact: true }).last();
  const words = (text: string) => column.locator('.message').getByText(text).filter({ visible: true }).last();

  /** What does not come is no help without what stands there instead. */
  const comes = async (target: Locator) => {
    try {
      await target.waitFor();
    } catch (error) {
      throw new Error(`${name} has before them:\n${await column.innerText()}`, { cause: error });
    }
  };

  return {
    column,
    newestCard: column.locator('form.card').last(),
    /** What the hands did since `watched` was called. */
    watched() {
      const { fills, clicks } = hands;
      return () => ({ fills: hands.fills - fills, clicks: hands.clicks - clicks });
    },
    async writes(text: string): Promise<void> {
      await fill(column.getByRole('textbox', { name: 'Message', exact: true }), text);
      await click(column.getByRole('button', { name: 'Send', exact: true }));
    },
    fills: (label: string, text: string) => fill(field(label), text),
    chooses: (choice: string) => click(field(choice)),
    async selects(label: string, choice: string): Promise<void> {
      await field(label).selectOption({ label: choice });
      hands.fills += 1;
    },
    presses: (title: string) => click(button(title)),
    /** A button that stands under *More*. */
    async pressesUnderMore(title: string): Promise<void> {
      await click(button('More'));
      await click(
        column.getByRole('group', { name: 'More' }).getByRole('button', { name: title, exact: true }),
      );
    },
    /** Waits until these words can be read. */
    sees: (text: string) => comes(words(text)),
    seesForm: (label: string) => comes(field(label)),
    seesButton: (title: string) => comes(button(title)),
    valueOf: (label: string) => field(label).inputValue(),
    readsNow: (text: string) => words(text).isVisible(),
    /** Opens the newest card's history and reads it. */
    async history(): Promise<string[]> {
      const card = column.locator('form.card').filter({ hasText: 'History (' }).last();
      await click(card.getByRole('button', { name: /^History \(\d+\)$/ }));
      const lines = card.locator('#history > div');
      await lines.first().waitFor();
      return (await lines.allInnerTexts()).filter((line) => line !== '');
    },
    /** How the app stands with this person: *Installed*, *Not installed* or *Blocked*. */
    lets: (access: string) =>
      column.getByLabel(`The app for ${name}`, { exact: true }).selectOption({ label: access }),
  };
}
export type AtThePage = ReturnType<typeof personAt>;

/** Goes on by Tab to what is called so in somebody's column, once it is there to be used. */
export async function tabsTo(page: Page, column: string, name: string): Promise<void> {
  await drawn(page);
  const passed: string[] = [];
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement?.getAttribute('aria-labelledby') ?? '';
      return {
        column: activeElement?.closest('section')?.ariaLabel,
        name:
          document.getElementById(label)?.textContent ??
          activeElement?.getAttribute('aria-label') ??
          activeElement?.textContent,
      };
    });
    if (focused.column === column && focused.name === name) return;
    passed.push(`${focused.column ?? ''}: ${(focused.name ?? '').slice(0, 40)}`);
  }
  throw new Error(`Tab does not come to "${name}" of ${column}, but to\n${passed.join('\n')}`);
}

/** Moves the clock of the bot to a time of a London day, by the control of the page. */
export async function movesTheClock(page: Page, day: string, time = '09:00'): Promise<void> {
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await page.getByLabel('Date', { exact: true }).fill(day);
  await page.getByLabel('Time', { exact: true }).fill(time);
  await page.getByRole('button', { name: 'Move to this time' }).click();
  await page.locator('#clock').filter({ hasText: time }).waitFor();
}
