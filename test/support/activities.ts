import { randomUUID } from 'node:crypto';

/** Somebody in Teams as an activity names them: never by upn. */
export interface TeamsUser {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
}

/** Where an activity comes from. */
export interface Scene {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
}

/** An activity on its way: plain JSON. */
export interface TeamsActivity {
  readonly type: string;
  readonly id: string;
  readonly conversation: { readonly id: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** A user whose ids follow from one short word, so that tests read. */
export function user(word: string, name: string): TeamsUser {
  const hex = Buffer.from(word.padEnd(16, '.').slice(0, 16)).toString('hex');
  const aadObjectId = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
  return { id: `29:${word}`, aadObjectId, name };
}

/** The personal chat's id, the same as the fake Connector gives on opening it. */
export function personalChat(person: TeamsUser): string {
  return `a:${person.aadObjectId}`;
}

const clientInfo = {
  locale: 'en-GB',
  country: 'GB',
  platform: 'Windows',
  timezone: 'Europe/London',
  type: 'clientInfo',
};

function envelope(scene: Scene, from: TeamsUser, type: string): TeamsActivity {
  return {
    type,
    id: `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    channelId: 'msteams',
    serviceUrl: scene.serviceUrl,
    from,
    recipient: { id: scene.botId, name: 'IRO Footprint' },
    conversation: { conversationType: 'personal', tenantId: scene.tenantId, id: personalChat(from) },
    channelData: { tenant: { id: scene.tenantId } },
    locale: 'en-GB',
    entities: [clientInfo],
  };
}

/** What somebody typed into the personal chat. */
export function message(scene: Scene, from: TeamsUser, text: string): TeamsActivity {
  return { ...envelope(scene, from, 'message'), text, textFormat: 'plain' };
}

/** What somebody typed into a channel: Teams sends it only where the bot is mentioned, and the mention is in the text. */
export function channelMessage(
  scene: Scene,
  from: TeamsUser,
  text: string,
  thread = '19:team@thread.tacv2',
): TeamsActivity {
  const mentioned = { id: scene.botId, name: 'IRO Footprint' };
  const mention = { type: 'mention', mentioned, text: '<at>IRO Footprint</at>' };
  return {
    ...message(scene, from, `<at>IRO Footprint</at> ${text}\n`),
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: scene.tenantId,
      id: `${thread};messageid=1700000000000`,
    },
    channelData: {
      teamsChannelId: thread,
      teamsTeamId: thread,
      channel: { id: thread },
      team: { id: thread },
      tenant: { id: scene.tenantId },
    },
    entities: [mention, clientInfo],
  };
}

/** A press on Action.Execute. `replyToId` is the message that carries the card. */
export function execute(
  scene: Scene,
  from: TeamsUser,
  {
    verb,
    data = {},
    replyToId,
    trigger = 'manual',
  }: { verb: string; data?: object; replyToId?: string; trigger?: 'manual' | 'automatic' },
): TeamsActivity {
  return {
    ...envelope(scene, from, 'invoke'),
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', title: verb, verb, data }, trigger },
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

/** A press on Action.Submit, as the fallback of an old client: a message without a text. */
export function submit(scene: Scene, from: TeamsUser, data: object, replyToId?: string): TeamsActivity {
  return {
    ...envelope(scene, from, 'message'),
    value: data,
    ...(replyToId === undefined ? {} : { replyToId }),
  };
}

export function installationUpdate(
  scene: Scene,
  from: TeamsUser,
  action: 'add' | 'remove' = 'add',
): TeamsActivity {
  return {
    ...envelope(scene, from, 'installationUpdate'),
    action,
    channelData: {
      tenant: { id: scene.tenantId },
      settings: { selectedChannel: { id: personalChat(from) } },
      source: { name: 'message' },
    },
  };
}

/** The bot was added to the personal chat. */
export function conversationUpdate(scene: Scene, from: TeamsUser): TeamsActivity {
  return { ...envelope(scene, from, 'conversationUpdate'), membersAdded: [{ id: scene.botId }] };
}

/** A chat between two people, in which the bot is not: Teams calls it personal as well. */
const theirChat = '19:one_other@unq.gbl.spaces';

function fromTheirChat(scene: Scene, from: TeamsUser, name: string, value: object): TeamsActivity {
  const envelopeOfTheirs = envelope(scene, from, 'invoke');
  return {
    ...envelopeOfTheirs,
    name: `composeExtension/${name}`,
    conversation: { ...envelopeOfTheirs.conversation, id: theirChat },
    channelData: { tenant: { id: scene.tenantId }, source: { name: 'compose' } },
    value: { context: { theme: 'default' }, ...value },
  };
}

/** The dialog of the message extension is opened, from a message where its body is given. */
export const opensDialog = (scene: Scene, from: TeamsUser, body?: object): TeamsActivity =>
  fromTheirChat(scene, from, 'fetchTask', {
    commandId: 'raiseDispute',
    commandContext: body === undefined ? 'compose' : 'message',
    ...(body === undefined ? {} : { messagePayload: { id: '1700000000000', messageType: 'message', body } }),
  });

/** A button of the dialog's card. */
export const pressesInDialog = (scene: Scene, from: TeamsUser, data: object): TeamsActivity =>
  fromTheirChat(scene, from, 'submitAction', {
    commandId: 'raiseDispute',
    commandContext: 'compose',
    data,
  });

/** What is typed into the search box; Teams asks once by itself when it is opened. */
export const searches = (scene: Scene, from: TeamsUser, what?: string, skip = 0): TeamsActivity =>
  fromTheirChat(scene, from, 'query', {
    commandId: 'findDispute',
    parameters: [what === undefined ? { name: 'initialRun', value: 'true' } : { name: 'what', value: what }],
    queryOptions: { skip, count: 25 },
  });
