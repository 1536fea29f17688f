import { tabsTo } from './atThePage.js';
import { stage } from './play.js';

const open = stage();

describe('without a mouse', () => {
  it('walks a dispute through its whole life: raised, seen, answered, sent back, escalated, agreed and closed', async () => {
    const { page, person, settled } = await open('ida', 'tess', 'olga');
    const { keyboard } = page;
    const hands = [person('ida'), person('tess'), person('olga')] as const;
    const [ida, tess, olga] = hands;
    const counts = hands.map((each) => each.watched());
    const iro = 'Ida Reviewer';
    const manager = 'Tess Teammanager';
    const above = 'Olga Operations';

    const types = async (who: string, field: string, text: string) => {
      await tabsTo(page, who, field);
      await keyboard.type(text);
    };
    const presses = async (who: string, button: string, key = 'Enter') => {
      await settled();
      await tabsTo(page, who, button);
      await keyboard.press(key);
    };

    await types(iro, 'Message', 'raise');
    await keyboard.press('Enter');
    await ida.seesForm('Child');
    await types(iro, 'Child', '700123 (AB)');
    await tabsTo(page, iro, 'Informal');
    await keyboard.press('ArrowDown');
    await types(iro, 'Theme', 'Drift or delay');
    await types(iro, 'What is worrying you for this child', 'The work agreed in September has not begun.');
    await presses(iro, 'Raise');
    await ida.sees('You raised D-2026-0001');

    // What is rare stands under More: the arrows go through it, and Escape leaves it.
    await presses(iro, 'More');
    await keyboard.press('ArrowDown');
    await keyboard.press('Escape');

    await tess.seesButton('Acknowledge');
    await presses(manager, 'Acknowledge', 'Space');
    await tess.sees('You acknowledged this');
    await presses(manager, 'Resolve…');
    await tess.seesForm('How will this be put right?');
    await types(manager, 'How will this be put right?', 'The work starts this month.');
    await presses(manager, 'Send to the IRO');
    await tess.sees('Your answer is with the IRO, Ida Reviewer.');

    await ida.sees('Answer received: is it resolved?');
    await presses(iro, 'Not resolved…');
    await ida.seesForm('What is still not right?');
    await types(iro, 'What is still not right?', 'There is no day yet.');
    await presses(iro, 'Not resolved');
    await ida.sees('With the team manager, Tess Teammanager, until Mon 9 Mar');
    await presses(iro, 'Escalate…');
    await ida.seesForm('Why do you escalate?');
    await types(iro, 'Why do you escalate?', 'There is still no day.');
    await presses(iro, 'Escalate');
    await ida.sees('With the operations manager, Olga Operations');

    await olga.seesButton('Resolve…');
    await presses(above, 'Resolve…');
    await olga.seesForm('How will this be put right?');
    await types(above, 'How will this be put right?', 'It starts on Monday.');
    await presses(above, 'Send to the IRO');
    await ida.sees('Answer received: is it resolved?');
    await presses(iro, 'Agree…');
    await ida.seesForm('Outcome');
    await tabsTo(page, iro, 'Outcome');
    await keyboard.type('Action');
    await presses(iro, 'Agree');
    await ida.sees('Closed on Mon 2 Mar');

    await presses(iro, 'File note');
    await ida.seesButton('Back');
    expect(counts.map((count) => count())).toEqual(hands.map(() => ({ fills: 0, clicks: 0 })));
  });
});
