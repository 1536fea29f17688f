import { stage } from './play.js';

const open = stage();

describe('from any other chat', () => {
  it('raises in a dialog, from a message too, and finds and puts the number into the chat', async () => {
    const { page, person, settled } = await open('ida', 'tess');
    const [ida, tess] = [person('ida'), person('tess')];

    await ida.writes('The visits of May were missed.');
    await ida.sees('I did not understand that');
    await ida.column.getByText('The visits of May were missed.').first().hover();
    await ida.presses('Raise from this…');
    const dialog = page.getByRole('dialog', { name: 'Raise' });
    await dialog.getByLabel('Child', { exact: true }).fill('700123 (AB)');
    await dialog.getByLabel('Formal', { exact: true }).click();
    await dialog.getByLabel('Theme', { exact: true }).fill('Visits');
    expect(await dialog.getByLabel('What is worrying you for this child').inputValue()).toBe(
      'The visits of May were missed.',
    );
    await dialog.getByRole('button', { name: 'Raise', exact: true }).click();
    const done = page.getByRole('dialog');
    await done.getByText('You raised D-2026-0001').waitFor();
    await done.getByRole('button', { name: 'Close', exact: true }).click();
    await done.waitFor({ state: 'detached' });
    await settled();
    await ida.sees('With the team manager, Tess Teammanager, until Mon 9 Mar');
    await tess.sees('Your answer is needed by Mon 9 Mar');

    await ida.presses('From any chat, for Ida Reviewer');
    await page.getByRole('button', { name: 'Find…' }).filter({ visible: true }).click();
    const search = page.getByRole('dialog', { name: 'Find' });
    await search.getByRole('searchbox', { name: 'Find' }).fill('visits');
    await search.getByText('1 found').waitFor();
    await search.getByRole('button', { name: /D-2026-0001/ }).click();
    await ida.sees('Answer due by Mon 9 Mar.');
  });

  it('is left by Escape, with the focus where it was, and keeps what was refused', async () => {
    const { page, person } = await open('ida');
    const ida = person('ida');
    await ida.presses('From any chat, for Ida Reviewer');
    await page.getByRole('button', { name: 'Raise…' }).filter({ visible: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Raise' });
    await dialog.getByLabel('Child', { exact: true }).fill('700123 (AB)');
    await dialog.getByLabel('Theme', { exact: true }).fill('Visits');
    await dialog.getByLabel('What is worrying you for this child').fill('Moved to SW1A 2AA.');
    await dialog.getByRole('button', { name: 'Raise', exact: true }).click();
    await dialog.getByText('This looks as if it has a postcode in it. It is not saved yet.').waitFor();
    expect(await dialog.getByLabel('What is worrying you for this child').inputValue()).toBe(
      'Moved to SW1A 2AA.',
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
