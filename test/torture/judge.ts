import { checkHistory } from './check-history';
import type { Crowd } from './crowd';
import { readHistory } from './read-history';
import type { TorturedServer } from './tortured-server';

/** Holds what the persons of a crowd saw against the store: every fault, and how many tickets were written. */
export async function judge(server: Pick<TorturedServer, 'lookInside'>, { persons }: Crowd) {
  return server.lookInside(async (db) => {
    const histories = await Promise.all(persons.map((person) => readHistory(db, [person])));
    const all = await db.selectFrom('tickets').select('id').execute();
    const tickets = histories.reduce((sum, history) => sum + history.tickets.length, 0);
    const strays =
      all.length === tickets ? [] : [`${all.length} tickets in the store, ${tickets} of these conversations`];
    return { faults: [...histories.flatMap(checkHistory), ...strays], tickets };
  });
}
