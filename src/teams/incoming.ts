import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { type Press, pressSchema } from '../cards/index.js';
import { type Extension, extensionOf } from './extension.js';

/** What an activity says, in the project's own words. */
export type Incoming =
  | { readonly kind: 'words'; readonly words: string }
  /** `execute` is answered by the invoke alone; `submit`, its fallback, by the message that it came from. */
  | { readonly kind: 'press'; readonly press: Press; readonly by: 'execute' | 'submit' }
  | { readonly kind: 'unreadable'; readonly by: 'execute' | 'submit' }
  /** From another chat: nothing of it is that chat's business. */
  | { readonly kind: 'extension'; readonly asked: Extension }
  | { readonly kind: 'installed' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'nothing' };

const actionSchema = z.looseObject({
  action: z.looseObject({ data: z.looseObject({}).optional(), verb: z.string().optional() }),
});

function pressOf(data: unknown, by: 'execute' | 'submit'): Incoming {
  const press = pressSchema.safeParse(data);
  return press.success ? { kind: 'press', press: press.data, by } : { kind: 'unreadable', by };
}

/** Mentions of the bot are how a channel calls it, not what is said. */
const withoutMentions = (text: string) => text.replaceAll(/<at[^>]*>.*?<\/at>/g, ' ').trim();

/** The SDK's type promises both; what is sent need not keep it. */
const partiesSchema = z.object({
  from: z.object({ id: z.string().min(1) }),
  recipient: z.object({ id: z.string().min(1) }),
});

const isCard = ({ contentType }: { contentType: string }) =>
  contentType === 'application/vnd.microsoft.card.adaptive';

export function incomingOf(activity: Activity): Incoming {
  // From nobody, or to nobody: there is nobody to answer.
  if (!partiesSchema.safeParse(activity).success) return { kind: 'nothing' };
  switch (activity.type) {
    case 'message': {
      const value: unknown = activity.value;
      if (value !== undefined && value !== null && !activity.text?.trim()) return pressOf(value, 'submit');
      // A card that somebody puts into the chat, from the search box say, asks nothing.
      if (!activity.text?.trim() && activity.attachments?.some(isCard) === true) return { kind: 'nothing' };
      const outside = activity.conversation.conversationType !== 'personal';
      const text = activity.text ?? '';
      return { kind: 'words', words: outside ? withoutMentions(text) : text };
    }
    case 'invoke': {
      const asked = extensionOf(activity);
      if (asked !== undefined) return { kind: 'extension', asked };
      if (activity.name !== 'adaptiveCard/action') return { kind: 'nothing' };
      const invoke = actionSchema.safeParse(activity.value);
      return invoke.success
        ? pressOf(invoke.data.action.data, 'execute')
        : { kind: 'unreadable', by: 'execute' };
    }
    case 'installationUpdate':
      if (activity.action?.startsWith('add') === true) return { kind: 'installed' };
      return activity.action?.startsWith('remove') === true ? { kind: 'removed' } : { kind: 'nothing' };
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id) === true
        ? { kind: 'installed' }
        : { kind: 'nothing' };
    // Teams sends more kinds than these, and newer ones: what the bot does not know says nothing to it.
    default:
      return { kind: 'nothing' };
  }
}
