import type { Logger } from 'pino';
import type { Conversations } from '../conversation/conversations';
import type { Clock, Ids } from '../conversation/ports';
import { createDesk, type Desk } from '../desk/desk';
import type { AdvisorStore } from '../storage/advisor-store';
import type { OutboxStore } from '../storage/outbox-store';
import type { TicketStore } from '../storage/ticket-store';
import { type LoadedContent, maskLabels } from './content';

export interface ComposedDeskDeps {
  conversations: Conversations;
  tickets: TicketStore;
  advisors: AdvisorStore;
  outbox: OutboxStore;
  clock: Clock;
  ids: Ids;
  log: Logger;
  /** Something was put in the outbox. */
  wakeDelivery: () => void;
  dataDirectory: string;
  publicUrl: string | undefined;
  /** As configured: `*` is every fund. */
  fund: string;
  /** Off for load tests on loopback only. */
  throttle: boolean;
  /** Folder of desk.css and desk.js. */
  assets: string;
}

/** The advisors' desk beside the bot: the same conversations, read and answered from the other side. */
export function composeDesk({ knowledge, texts, deskTexts }: LoadedContent, deps: ComposedDeskDeps): Desk {
  const { conversations, fund } = deps;
  const { motives } = knowledge.content.motives.value;
  const { funds } = knowledge.content.funds.value;
  return createDesk({
    ...deps,
    transcript: (conversationId) => conversations.transcript(conversationId, 0),
    notify: (conversationId) => {
      conversations.notify(conversationId);
      deps.wakeDelivery();
    },
    titles: {
      topic: (id) => knowledge.article(id)?.title,
      motive: (id) => motives[id]?.title ?? id,
      fund: (code) => (funds[code] ? `${funds[code].name} (${code})` : code),
    },
    texts: deskTexts,
    maskLabels: maskLabels(texts),
    fund: fund === '*' ? null : fund,
  });
}
