/** PostgreSQL's « serialization failure » and « deadlock detected »: two writers met, one of them is to try again.
 *  https://www.postgresql.org/docs/current/errcodes-appendix.html */
const CONTENTION_CODES: readonly unknown[] = ['40001', '40P01'];

export function isContention(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONTENTION_CODES.includes(error.code);
}
