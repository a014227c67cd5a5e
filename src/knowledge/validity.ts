import type { ArticleFrontMatter } from './schemas';

type Validity = ArticleFrontMatter['valid'];

/** Whether something is true on that day (ISO); without dates it always is. */
export function isInForce(valid: Validity, day: string): boolean {
  const { from, until } = valid ?? {};
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}

/** Whether there is a day on which both are true. */
export function overlap(one: Validity, other: Validity): boolean {
  const begins = [one?.from ?? '', other?.from ?? ''].sort().at(-1) ?? '';
  const ends = [one?.until ?? '9999-12-31', other?.until ?? '9999-12-31'].sort()[0] ?? '';
  return begins <= ends;
}
