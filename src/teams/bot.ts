import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { notOnListCard, type Shown, welcomeCard } from '../cards/index.js';
import { type Answer, sceneOf, typedBy } from '../flows/answer.js';
import { answerWords } from '../flows/find.js';
import { claimWelcome, keepReach, recognise, remember } from '../flows/meet.js';
import type { Ports } from '../flows/ports.js';
import { answerPress } from '../flows/press.js';
import { shownHere } from '../flows/shown.js';
import { type Conversation, conversationSchema, type Person } from '../people/person.js';
import { words } from '../words/index.js';
import type { Bot } from './adapter.js';
import { answerExtension } from './extension.js';
import { type Incoming, incomingOf } from './incoming.js';
import type { TeamsSender } from './sender.js';

const { elsewhere } = words;

export interface BotParts {
  readonly ports: Ports;
  readonly sender: TeamsSender;
  /** Somebody can be reached who could not before: what waited for them goes. */
  readonly met: (person: Person) => Promise<void>;
  /** Work that need not hold the answer up: it is run after it, and its failures are logged. */
  readonly after: (work: () => Promise<void>) => void;
}

/** Where an activity came from; undefined where it does not say enough to be answered there. */
function conversationOf(activity: Activity): Conversation | undefined {
  const { conversation, serviceUrl, channelId, recipient, from } = activity;
  // The SDK's types know no null; channels do, and what is not a conversation must not be kept as one.
  const tenantId: string | null | undefined = conversation.tenantId;
  const known = conversationSchema.safeParse({
    id: conversation.id,
    serviceUrl,
    channelId,
    ...(tenantId ? { tenantId } : {}),
    botId: recipient?.id,
    userId: from?.id,
  });
  return known.success ? known.data : undefined;
}

/** Without a type a chat is personal: that is how the channels write it which know no other. */
const isPersonal = ({ conversation }: Activity) =>
  (conversation.conversationType ?? 'personal') === 'personal' && !conversation.isGroup;

/** Teams gives an invoke about 15 seconds; an edit that hangs may not take the answer with it. In milliseconds. */
const rewriteDeadline = 4_000;

async function within(deadline: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, deadline);
  });
  await Promise.race([work, passed]).finally(() => clearTimeout(timer));
}

const asInvoke = (value: object) => ({
  type: ActivityTypes.InvokeResponse,
  value: { status: 200, body: { statusCode: 200, ...value } },
});
const cardAnswer = ({ card }: Shown) =>
  asInvoke({ type: 'application/vnd.microsoft.card.adaptive', value: card });
const lineAnswer = (line: string) =>
  asInvoke({ type: 'application/vnd.microsoft.activity.message', value: line });

/** An activity, and where it is answered. */
interface Incomer {
  readonly activity: Activity;
  readonly chat: Conversation;
}

/** An activity in, an answer out: parse, recognise, ask the flow, show. */
export function createBot({ ports, sender, met, after }: BotParts): Bot {
  /** `turnsUp`: they write or install, so that what could not reach them may do so now, in the same chat too. */
  async function personBehind(
    activity: Activity,
    chat: Conversation,
    turnsUp: boolean,
  ): Promise<Person | undefined> {
    const person = await personWho(activity, chat);
    if (person === undefined || !isPersonal(activity)) return person;
    if ((await remember(ports, person, chat)) || turnsUp) after(() => met({ ...person, conversation: chat }));
    return person;
  }

  async function personWho(activity: Activity, chat: Conversation): Promise<Person | undefined> {
    const entraId = activity.from?.aadObjectId;
    if (!entraId) return undefined;
    return recognise(ports, entraId, async () => {
      const member = await sender.member(chat, activity.from.id);
      return member?.upn;
    });
  }

  async function knownBy({ from }: Activity): Promise<Person | undefined> {
    const entraId = from.aadObjectId;
    return entraId ? recognise(ports, entraId, () => Promise.resolve(undefined)) : undefined;
  }

  /** Posts a card into somebody's own chat; a dispute's card is the living one from then on. */
  async function post(
    person: Person,
    conversation: Conversation,
    answer: Pick<Answer, 'about'>,
    shown: Shown,
  ) {
    const sent = await sender.post(conversation, shown);
    if (sent.kind !== 'sent') {
      ports.log.warn({ person: person.id, result: sent.kind }, 'An answer could not be posted');
      return;
    }
    if (answer.about === undefined) return;
    await shownHere(ports, person, {
      subject: answer.about,
      conversation: conversation.id,
      message: sent.activityId,
      formOpen: false,
    });
  }

  /** Writes the pressed message, so that Teams does not go back to the card before (botbuilder-js#4635). */
  async function rewrite(
    person: Person,
    { activity, chat: conversation }: Incomer,
    answer: Answer,
    shown: Shown,
  ): Promise<boolean> {
    const message = activity.replyToId;
    if (!message) return false;
    const { about: subject, formOpen = false } = answer;
    if (subject !== undefined)
      await shownHere(ports, person, { subject, conversation: conversation.id, message, formOpen });
    const sent = await sender.update(conversation, message, shown);
    if (sent.kind !== 'sent')
      ports.log.warn({ person: person.id, result: sent.kind }, 'A pressed message could not be rewritten');
    return sent.kind === 'sent';
  }

  async function ownChat(person: Person): Promise<Conversation | undefined> {
    if (person.conversation !== undefined || person.entraId === undefined) return person.conversation;
    const opened = await sender.open({ entraId: person.entraId, name: person.name });
    if (opened.kind !== 'opened') return undefined;
    await remember(ports, person, opened.conversation);
    return opened.conversation;
  }

  /** In a channel, a group, or a card that was forwarded: one line there, the answer in the personal chat. */
  async function answerOutside(context: TurnContext, person: Person, answer: Answer, invoked: boolean) {
    const chat = await ownChat(person);
    const line = chat === undefined ? elsewhere.addMe : elsewhere.answeredInOurChat;
    await context.sendActivity(invoked ? lineAnswer(line) : line);
    if (chat !== undefined)
      after(() =>
        post(person, chat, answer, answer.own === true ? answer.shown : (answer.kept ?? answer.shown)),
      );
  }

  async function answerIn(
    context: TurnContext,
    person: Person,
    from: Incomer,
    incoming: Incoming,
    answer: Answer,
  ): Promise<void> {
    const { activity, chat } = from;
    const { kept } = answer;
    const invoked = incoming.kind === 'press' && incoming.by === 'execute';
    if (!isPersonal(activity)) return answerOutside(context, person, answer.below ?? answer, invoked);
    const { below } = answer;
    if (below !== undefined) after(() => post(person, chat, below, below.kept ?? below.shown));
    if (invoked) {
      // An edit that comes after the answer takes its place: what is shown for this press alone has to come last.
      if (kept !== undefined && kept !== answer.shown)
        await within(rewriteDeadline, rewrite(person, from, answer, kept));
      await context.sendActivity(cardAnswer(answer.shown));
      if (kept === answer.shown)
        after(async () => {
          await rewrite(person, from, answer, kept);
        });
      return;
    }
    // By the fallback the message itself is the answer; where it is gone, the answer comes as a new one.
    const rewritten = incoming.kind === 'press' && (await rewrite(person, from, answer, answer.shown));
    if (!rewritten) await post(person, chat, answer, answer.shown);
  }

  async function welcome({ activity, chat }: Incomer, person: Person | undefined): Promise<void> {
    if (!isPersonal(activity)) return;
    if (person !== undefined && (await claimWelcome(ports, person)))
      await post(person, chat, {}, welcomeCard(person, await sceneOf(ports)));
    // Of the two activities that an installation brings, one is answered.
    else if (person === undefined && activity.type === 'installationUpdate')
      await sender.post(chat, notOnListCard());
  }

  async function stranger(context: TurnContext, chat: Conversation, incoming: Incoming): Promise<void> {
    const { activity } = context;
    // Somebody may have been taken off the list while a form was open: what they typed is theirs.
    const card = notOnListCard(incoming.kind === 'press' ? typedBy(incoming.press) : '');
    if ('by' in incoming && incoming.by === 'execute') await context.sendActivity(cardAnswer(card));
    else if (isPersonal(activity)) await sender.post(chat, card);
    else await context.sendActivity(elsewhere.addMe);
  }

  return async (context) => {
    const { activity } = context;
    const incoming = incomingOf(activity);
    const chat = conversationOf(activity);
    if (incoming.kind === 'nothing' || chat === undefined) {
      if (activity.type === 'invoke') await context.sendActivity(asInvoke({}));
      return;
    }
    if (incoming.kind === 'extension') {
      // Teams calls a chat between two people personal too: it must not be kept as somebody's own chat with the bot.
      const body = await answerExtension(ports, await personWho(activity, chat), incoming.asked);
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
      return;
    }
    if (incoming.kind === 'removed') {
      // Nobody is asked who they are: there is no chat any more to ask in, nor to answer in.
      const gone = isPersonal(activity) ? await knownBy(activity) : undefined;
      if (gone !== undefined) await keepReach(ports, gone, 'removed');
      return;
    }
    const turnsUp = incoming.kind === 'installed' || incoming.kind === 'words';
    const person = await personBehind(activity, chat, turnsUp);
    if (incoming.kind === 'installed') return welcome({ activity, chat }, person);
    if (person === undefined) return stranger(context, chat, incoming);
    if (incoming.kind === 'unreadable') {
      const line = elsewhere.unreadablePress;
      await context.sendActivity(incoming.by === 'execute' ? lineAnswer(line) : line);
      return;
    }
    const here = isPersonal(activity);
    const answer =
      incoming.kind === 'words'
        ? await answerWords(ports, person, incoming.words, 0)
        : await answerPress(ports, person, incoming.press, {
            ...(here
              ? { conversation: activity.conversation.id, message: activity.replyToId || undefined }
              : {}),
            lasting: here && incoming.by === 'submit',
          });
    await answerIn(context, person, { activity, chat }, incoming, answer);
  };
}
