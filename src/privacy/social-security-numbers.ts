import type { Finding } from './secret';

/** What people put between the digits: blanks (also no-break ones), dots, hyphens, slashes. */
const GAP = String.raw`[\s.\-/_]{0,2}`;
/** Thirteen characters and a key of two, in any grouping; A and B stand in the two Corsican departments. */
const CANDIDATE = new RegExp(String.raw`(?<![\p{L}\d])[1-478](?:${GAP}[\dAB]){12}(?:${GAP}\d){0,2}(?!\d)`, 'giu');
/** Sex, year, month (also the fictitious ones of unknown birth dates), department, commune, order. */
const SHAPE = /^[1-478]\d{2}(0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(\d{2}|2[AB])\d{6}(\d{0,2})$/i;

/** Numéros de sécurité sociale (NIR), with or without their key. A wrong key does not save a number from being masked: a
 *  digit mistyped leaves the rest as telling as before. Shape: INSEE, « numéro d'inscription au répertoire ». */
export function findSocialSecurityNumbers(text: string): Finding[] {
  return [...text.matchAll(CANDIDATE)]
    .filter(([found]) => SHAPE.test(found.replace(/[^\dAB]/gi, '')))
    .map((match) => ({ kind: 'nir', start: match.index, end: match.index + match[0].length }));
}
