import type { Commune } from './communes';
import type { FundBook } from './fund-book';
import { fundOfPostcode } from './fund-of-postcode';

/** The code of the fund that serves a commune, by all its postcodes. Undefined: nobody here knows it, or it has a body of
 *  its own (`FundBook.others`). */
export function fundOfCommune(book: FundBook, { name, postcodes }: Commune): string | undefined {
  const found = postcodes.map((postcode) => fundOfPostcode(book, postcode, name));
  const codes = new Set(found.flatMap((one) => (one.kind === 'fund' ? [one.code] : [])));
  const [code, ...others] = codes;
  return others.length === 0 && found.every(({ kind }) => kind === 'fund') ? code : undefined;
}
