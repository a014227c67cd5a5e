import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Where a conversation is reached: ids and addresses alone, no name of a person. */
const referenceSchema = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.object({ id: z.string(), tenantId: z.string().optional() }),
  bot: z.string(),
  person: z.string(),
});

export type Reference = z.infer<typeof referenceSchema>;

export function referenceOf({ serviceUrl, channelId, conversation, recipient, from }: Activity): Reference {
  const { id, tenantId } = conversation;
  return {
    serviceUrl,
    channelId,
    conversation: { id, ...(tenantId && { tenantId }) },
    bot: recipient.id,
    person: from.id,
  };
}

/** As it was kept; throws where it is none of ours. */
export function readReference(kept: unknown): Reference {
  return referenceSchema.parse(kept);
}
