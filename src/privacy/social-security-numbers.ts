import { hasNirKey, isSiret } from './checksums';
import { findNumbers, findShapes } from './find-numbers';
import type { Finding, Span } from './secret';
import { hideSpans } from './spans';

/** What people put between the digits: blanks (also no-break ones), dots, hyphens, slashes; « - » is three of them. */
const GAP = String.raw`[\s.\-/_]{0,3}`;
/** Thirteen characters and a key of two, in any grouping; A and B stand in the two Corsican departments. */
const REACH = new RegExp(String.raw`(?<![\p{L}\d])(?=([1-478](?:${GAP}[\dAB]){12}(?:${GAP}\d){0,2}))`, 'giu');
/** Sex, year, month (also the fictitious ones of unknown birth dates), department, commune, order, key.
 *  Source: INSEE, « numéro d'inscription au répertoire ». */
const SHAPE = /^[1-478]\d{2}(0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(\d{2}|2[AB])\d{6}(\d{0,2})$/;
/** « 14/08/1955 75012 Paris » has the shape of a number without its key. */
const DATE = /(?<!\d[/.-]?)\d{2}[/.-]\d{2}[/.-](?:19|20)\d{2}(?![/.-]?\d)/g;

/** Numéros de sécurité sociale (NIR) with their right key, which hardly any other number has. */
export function findCertainNirs(text: string): Finding[] {
  return findNumbers(withoutDates(text), REACH, (nir) => SHAPE.test(nir) && hasNirKey(nir)).map(asNir);
}

/** What is shaped like a NIR beside those: without a key, or with a wrong one. A digit mistyped or left out saves no number
 *  from being masked, it leaves the rest as telling as before; fourteen figures are spared only as an employer's SIRET. */
export function findLikelyNirs(text: string): Finding[] {
  const rest = hideSpans(withoutDates(text), findCertainNirs(text));
  return findNumbers(rest, REACH, (nir) => SHAPE.test(nir) && !isSiret(nir)).map(asNir);
}

function withoutDates(text: string): string {
  return hideSpans(text, findShapes(text, DATE));
}

function asNir(span: Span): Finding {
  return { kind: 'nir', ...span };
}
