import { z } from 'zod';
import type { TranscriptEntry } from '../storage/conversation-store';

/** One message of a conversation as an advisor reads it. */
export interface Spoken {
  seq: number;
  at: Date;
  author: TranscriptEntry['author'];
  /** Name of an advisor. */
  name: string;
  /** What a person typed is plain; what the assistant and advisors said is Markdown. */
  text: string;
  buttons: readonly string[];
  hasAttachment: boolean;
}

/** Whatever else an activity holds is no advisor's business; a part of another shape counts as left out. */
const activitySchema = z.object({
  type: z.string().catch(''),
  text: z.string().catch(''),
  from: z.object({ name: z.string().catch('') }).catch({ name: '' }),
  suggestedActions: z.object({ actions: z.array(z.object({ title: z.string() })) }).catch({ actions: [] }),
  attachments: z.array(z.unknown()).catch([]),
});

/** What was said, in order; what nobody saw (a greeting asked for by the page) is left out. */
export function spokenIn(transcript: readonly TranscriptEntry[]): Spoken[] {
  return transcript.flatMap(({ seq, at, author, activity }): Spoken[] => {
    const parsed = activitySchema.safeParse(activity);
    if (!parsed.success || parsed.data.type !== 'message') return [];
    const { text, from, suggestedActions, attachments } = parsed.data;
    const buttons = suggestedActions.actions.map(({ title }) => title);
    return [{ seq, at, author, name: from.name, text, buttons, hasAttachment: attachments.length > 0 }];
  });
}
