import { CommuneIndex } from '../contacts/commune-index';
import { readCommunes, readLargerPlaces } from '../contacts/communes';

let index: CommuneIndex | undefined;

/** The communes of the installed edition. Read when they are first asked for, about half a second: a server asks before it
 *  listens, the commands and most tests never. */
export function communes(): CommuneIndex {
  index ??= new CommuneIndex(readCommunes(), readLargerPlaces());
  return index;
}
