import type { Activity } from 'botbuilder';
import type { Reply } from '../../dialogs/reply';
import { frenchSpaces } from './french-spaces';
import { BOT } from './incoming';

/** The turn's reply as one Bot Framework activity, or null when nothing is said. Doors render it for their channel. */
export function toActivity(
  reply: Pick<Reply, 'text' | 'buttons' | 'mayBeJudged'>,
  {
    id,
    at,
    conversationId,
    channel,
    replyToId,
  }: { id: string; at: Date; conversationId: string; channel: string; replyToId: string },
): Partial<Activity> | null {
  if (reply.text === '' && reply.buttons.length === 0) return null;
  const actions = reply.buttons.map(({ title: words, value }) => {
    const title = frenchSpaces(words);
    return { type: 'messageBack', title, text: title, displayText: title, value };
  });
  return {
    type: 'message',
    id,
    timestamp: at,
    channelId: channel,
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: BOT.id, name: BOT.name, role: 'bot' },
    locale: 'fr-FR',
    text: frenchSpaces(reply.text),
    textFormat: 'markdown',
    inputHint: 'expectingInput',
    replyToId,
    ...(reply.mayBeJudged && { channelData: { guichet: { answer: true } } }),
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
  };
}
