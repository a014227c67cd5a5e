import { z } from 'zod';
import { record, type Turn } from './turn';

const opinionSchema = z.object({ message: z.string(), useful: z.boolean(), commented: z.boolean() });

/** « Utile » or « Pas utile », and whether words came with it: recorded, and nothing is said. */
export function takeOpinion(turn: Turn, value: unknown): void {
  const opinion = opinionSchema.safeParse(value);
  if (!opinion.success) return;
  const { message, useful, commented } = opinion.data;
  record(turn, 'opinion-given', { message, useful, commented });
}
