import type { Conversation } from '../people/person.js';

/** One message to one conversation. A card goes alone: Teams splits text and attachment and loses the id. */
export interface Message {
  readonly card: unknown;
  readonly summary: string;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'notSent' } // connection refused, DNS, TLS: try anything again
  | { readonly kind: 'perhapsSent' } // 408, 5xx, reset, silence
  | { readonly kind: 'tooMany'; readonly retryAfterSeconds: number }
  | { readonly kind: 'tryAgain' } // 412
  | { readonly kind: 'gone' } // 404 on an update, ActivityNotFoundInConversation
  | { readonly kind: 'unreachable'; readonly why: string } // 403, 404 on a post or create
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'unauthorised' };

export interface Sender {
  post(conversation: Conversation, message: Message): Promise<SendResult>;
  update(conversation: Conversation, activityId: string, message: Message): Promise<SendResult>;
  /** Opens the personal chat with somebody who was never met, by Entra id. */
  open(person: {
    entraId: string;
    name: string;
  }): Promise<{ kind: 'opened'; conversation: Conversation } | Exclude<SendResult, { kind: 'sent' }>>;
}
