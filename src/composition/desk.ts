import type { Logger } from 'pino';
import type { Conversations } from '../conversation/conversations';
import type { Clock, Ids } from '../conversation/ports';
import { createDesk, type Desk } from '../desk/desk';
import type { AdvisorStore } from '../storage/advisor-store';
import type { AttachmentStore } from '../storage/attachment-store';
import type { OutboxStore } from '../storage/outbox-store';
import type { TicketStore } from '../storage/ticket-store';
import { maskLabels } from './content';
import type { CurrentContent } from './current-content';

export interface ComposedDeskDeps {
  conversations: Conversations;
  tickets: TicketStore;
  advisors: AdvisorStore;
  attachments: AttachmentStore;
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
export function composeDesk(current: CurrentContent, deps: ComposedDeskDeps): Desk {
  const { conversations, fund } = deps;
  const content = () => current().knowledge.content;
  return createDesk({
    ...deps,
    transcript: (conversationId) => conversations.transcript(conversationId, 0),
    notify: (conversationId) => {
      conversations.notify(conversationId);
      deps.wakeDelivery();
    },
    titles: {
      topic: (id) => current().knowledge.article(id)?.title,
      motive: (id) => content().motives.value.motives[id]?.title ?? id,
      fund: (code) => {
        const fund = content().funds.value.funds[code];
        return fund ? `${fund.name} (${code})` : code;
      },
    },
    texts: { say: (...sentence) => current().deskTexts.say(...sentence) },
    get maskLabels() {
      return maskLabels(current().texts);
    },
    fund: fund === '*' ? null : fund,
  });
}
