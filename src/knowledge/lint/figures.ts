import { handwritten } from '../placeholders';
import { prose } from './passages';
import type { Rule } from './rule';

/** Numbers that are names, not facts; they may stand in a title. */
const NAMES = /\b(36 46|100 %)/g;
const LIST_NUMBER = /^\s*\d+\.\s/;

const SPELT = 'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille';
const UNITS = 'jours?|mois|ans|années|semaines|heures|minutes|euros|chiffres|caractères|kilomètres|pour cent';
/** « trente jours », « quatre-vingt-dix pour cent ». « Les deux parents » is no quantity of anything that changes. */
const SPELT_OUT = new RegExp(`(?<!\\p{L})(${SPELT})(-\\p{L}+)*(\\s+(premiers|derniers|prochains))?\\s+(${UNITS})(?!\\p{L})`, 'iu');

/** A figure written by hand, in digits or in letters, is a fact that nobody will find again when it changes. */
export const figures: Rule = (content) =>
  prose(content)
    .filter(({ text }) => {
      const written = handwritten(text).replace(LIST_NUMBER, '').replace(NAMES, '');
      return /\d/.test(written) || SPELT_OUT.test(written);
    })
    .map(({ file, line }) => ({
      file,
      line,
      severity: 'error',
      rule: 'figure',
      message: 'a figure in the text: say it with {{fact:id}}, or write {=36} when it is no fact',
    }));
