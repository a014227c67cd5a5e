import { comparableName } from './commune-name';
import { departmentOf, readPostcode } from './department-of';
import type { CommuneFund, FundBook } from './fund-book';

/** `ask-commune`: which of these it is decides. `unknown`: no postcode, a body that is no fund of ours
 *  (`FundBook.others`), or a place whose fund nobody here knows. */
export type FundOfPostcode =
  { kind: 'fund'; code: string } | { kind: 'ask-commune'; communes: string[] } | { kind: 'unknown' };

/** The fund of a postcode, plain or CEDEX; `commune` as people write it. Source: `knowledge/funds.yaml` and `communes.yaml`.
 *  A commune that is not of that postcode is asked again. */
export function fundOfPostcode(book: FundBook, text: string, commune?: string): FundOfPostcode {
  const postcode = readPostcode(text);
  if (!postcode) return { kind: 'unknown' };
  const known = Object.hasOwn(book.postcodes, postcode) ? book.postcodes[postcode] : undefined;
  if (typeof known === 'object' && known !== null) return byCommune(known, commune);
  if (known !== undefined) return fund(known);
  return fund(ownPostcode(book, postcode) ?? onlyFundOf(book, departmentOf(postcode)));
}

function byCommune(known: readonly CommuneFund[], commune: string | undefined): FundOfPostcode {
  const found = commune && known.find((one) => comparableName(one.commune) === comparableName(commune));
  return found ? fund(found.fund) : { kind: 'ask-commune', communes: known.map((one) => one.commune) };
}

/** The CEDEX of a fund's own address tells it, also in a department that has several. */
function ownPostcode({ funds }: FundBook, postcode: string): string | undefined {
  return Object.keys(funds).find((code) => funds[code]?.address.postcode === postcode);
}

function onlyFundOf({ funds }: FundBook, department: string | undefined): string | undefined {
  if (!department) return undefined;
  const [code, ...others] = Object.keys(funds).filter((one) => funds[one]?.departments.includes(department));
  return others.length === 0 ? code : undefined;
}

function fund(code: string | null | undefined): FundOfPostcode {
  return code ? { kind: 'fund', code } : { kind: 'unknown' };
}
