/** Queries that are written once. Kysely builds and compiles a query each time it is written, which takes longer than SQLite
 *  takes to answer it: here that is done with the first call, and later ones only fill in their values. */
import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Tables } from './tables';

/** Stands in a query where a value will stand. */
class Place {
  constructor(readonly valueIn: ValueIn) {}
}

/** Finds a value among all those of a call. */
type ValueIn = (values: unknown) => unknown;

/** `write` may do nothing with the values but put them in the query: it is given their places. Lists among them (of ids, of
 *  rows with the same columns) may have any length; the query is written once for each. */
export function fixedQuery<V extends object, R>(
  write: (db: Kysely<Tables>, values: V) => Compilable<R>,
): (db: Kysely<Tables>, values: V) => Promise<QueryResult<R>> {
  // SQLite's SQL is not PostgreSQL's. A transaction has its database's adapter.
  const written = new WeakMap<object, Map<string, CompiledQuery<R>>>();
  return (db, values) => {
    const { adapter } = db.getExecutor();
    const ofShapes = written.get(adapter) ?? new Map<string, CompiledQuery<R>>();
    written.set(adapter, ofShapes);
    const shape = shapeOf(values);
    const query = ofShapes.get(shape) ?? write(db, placesOf(values, (all) => all) as V).compile();
    ofShapes.set(shape, query);
    const parameters = query.parameters.map((value) => (value instanceof Place ? value.valueIn(values) : value));
    return db.executeQuery({ ...query, parameters });
  };
}

/** The lengths of its lists. */
function shapeOf(values: object): string {
  const lists = Object.values(values).filter((value) => Array.isArray(value));
  return lists.map(({ length }) => length).join();
}

/** The same lists and rows, with a place for each value: to the one who writes the query they look like the values. */
function placesOf(values: unknown, valueIn: ValueIn): unknown {
  if (typeof values !== 'object' || values === null) return new Place(valueIn);
  const inside = (name: string | number): ValueIn => {
    return (all) => (valueIn(all) as Record<string | number, unknown>)[name];
  };
  if (Array.isArray(values)) return values.map((value, at) => placesOf(value, inside(at)));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, placesOf(value, inside(name))]));
}
