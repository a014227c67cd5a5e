/** A light stemmer of our own: « remboursements », « remboursée » and « rembourser » become « rembours ».
 *  It need not be right about French, only the same for the forms of one word and different for different words. */
import { remember } from './remember';

/** Below this a word is left alone: « mois », « dent », « CAF ». */
const SHORTEST_STEMMED = 4;

/** What an ending becomes, and how many letters must stand before it. Read from the top; the first that fits is taken. */
const ENDINGS: readonly (readonly [ending: string, becomes: string, before: number])[] = [
  ['issement', 'i', 3],
  ['issant', 'i', 3],
  ['issent', 'i', 3],
  ['issez', 'i', 3],
  ['ication', '', 4],
  ['isation', 'is', 3],
  ['ation', '', 4],
  ['atrice', '', 4],
  ['ateur', '', 4],
  ['ement', '', 3],
  ['iment', 'i', 4],
  ['erait', '', 3],
  ['erais', '', 3],
  ['eront', '', 3],
  ['aient', '', 3],
  ['erons', '', 3],
  ['erez', '', 3],
  ['erai', '', 4],
  ['era', '', 4],
  ['ions', '', 4],
  ['iere', 'i', 4],
  ['ere', '', 4],
  ['ier', '', 5],
  ['ante', '', 4],
  ['ant', '', 4],
  ['ait', '', 4],
  ['ais', '', 4],
  ['ees', '', 3],
  ['ee', '', 3],
  ['er', '', 3],
  ['ez', '', 3],
  ['dre', 'd', 3],
  ['due', 'd', 3],
  ['du', 'd', 3],
  ['irai', '', 4],
  ['ira', '', 4],
  ['ir', '', 4],
  ['ite', 'i', 5],
  ['ie', '', 4],
  ['it', '', 4],
  ['is', '', 4],
  ['ue', '', 4],
  ['i', '', 4],
  ['u', '', 4],
  ['e', '', 3],
];

/** The stem of one folded word (see `fold`). Figures and very short words stay as they are. */
export const stem = remember((word: string): string => {
  if (word.length < SHORTEST_STEMMED || /\d/.test(word)) return word;
  return singleConsonant(withoutEnding(singular(word)));
});

function singular(word: string): string {
  if (/[^e]aux$/.test(word) && word.length > 5) return word.slice(0, -2) + 'l';
  if (/[^sy]s$|[ae]ux$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutEnding(word: string): string {
  for (const [ending, becomes, before] of ENDINGS) {
    if (word.length - ending.length >= before && word.endsWith(ending)) return word.slice(0, -ending.length) + becomes;
  }
  return word;
}

/** « renouvell » → « renouvel »: people double consonants as they please. */
function singleConsonant(word: string): string {
  return word.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
