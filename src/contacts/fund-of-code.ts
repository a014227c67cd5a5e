import type { FundBook } from './fund-book';

/** The present code of a fund, from what stands on an attestation: its three figures, or the nine of the « organisme de
 *  rattachement » (regime 2, fund 3, centre 4). The code of a closed fund gives the one that took its place.
 *  Undefined: no fund of the general scheme has it. */
export function fundOfCode({ funds }: FundBook, text: string): string | undefined {
  const figures = text.replace(/\s/g, '');
  const code = /^01\d{7}$/.test(figures) ? figures.slice(2, 5) : figures;
  if (Object.hasOwn(funds, code)) return code;
  return Object.keys(funds).find((one) => funds[one]?.aliases.includes(code));
}
