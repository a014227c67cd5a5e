import type { Conversations, Receipt } from '../../conversation/conversations';
import type { Clock } from '../../conversation/ports';
import type { OpinionStore } from '../../storage/opinion-store';
import type { Grant } from './tokens';

export interface OpinionDeps {
  conversations: Conversations;
  opinions: OpinionStore;
  clock: Clock;
  /** Takes secrets out of a text. */
  mask: (text: string) => string;
}

const NAME = 'guichet.opinion';
const COMMENT_LIMIT = 300;

interface Opinion {
  about: string;
  useful: boolean;
  comment: string;
}

/** « Utile / pas utile » comes as an event activity: the words of a comment are kept apart, masked; the turn records that there
 *  was an opinion. Undefined: it is no such event. */
export async function takeOpinion(
  activity: Readonly<Record<string, unknown>>,
  { conversationId, userId }: Grant,
  { conversations, opinions, clock, mask }: OpinionDeps,
): Promise<Receipt | undefined> {
  const opinion = readOpinion(activity);
  if (!opinion) return undefined;
  const { about, useful, comment } = opinion;
  await opinions.save({ conversationId, messageId: about, useful, comment: mask(comment), at: clock.now() });
  return conversations.accept({
    conversationId,
    channel: 'web',
    activity: { type: 'event' },
    opinion: { message: about, useful, commented: comment !== '' },
    repeatKey: null,
    from: userId,
  });
}

function readOpinion({ type, name, value }: Readonly<Record<string, unknown>>): Opinion | undefined {
  if (type !== 'event' || name !== NAME || typeof value !== 'object' || value === null) return undefined;
  const { about, useful, comment } = value as Readonly<Record<string, unknown>>;
  if (typeof about !== 'string' || !/^[\da-f-]{36}$/.test(about) || typeof useful !== 'boolean') return undefined;
  return { about, useful, comment: typeof comment === 'string' ? comment.trim().slice(0, COMMENT_LIMIT) : '' };
}
