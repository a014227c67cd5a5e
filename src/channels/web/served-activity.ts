import type { TranscriptEntry } from '../../storage/conversation-store';

/** A set of activities as Direct Line answers it; `watermark` is the last `seq` in it, or the one asked from. */
export interface ActivitySet {
  activities: unknown[];
  watermark: string;
}

export function activitySet(entries: readonly TranscriptEntry[], afterSeq: number): ActivitySet {
  return { activities: entries.map(({ activity }) => activity), watermark: String(entries.at(-1)?.seq ?? afterSeq) };
}

/** A watermark as clients send it back: anything that is no whole number means from the beginning. */
export function readWatermark(value: unknown): number {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
