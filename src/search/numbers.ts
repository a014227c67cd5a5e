/** Numbers said in words become figures, so that « trente-six quarante-six » and « 36 46 » are the same words.
 *  These words are the language's own, like its elisions: no content editor will ever change them. */

const UNITS: ReadonlyMap<string, number> = new Map(
  [
    'zero',
    'un',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
    'treize',
    'quatorze',
    'quinze',
    'seize',
  ].map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map([
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['octante', 80],
  ['huitante', 80],
  ['nonante', 90],
]);

const NUMBER_WORDS: ReadonlySet<string> = new Set([...UNITS.keys(), ...TENS.keys(), 'cent', 'cents']);

export function isNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(word);
}

/** Words with each run of number words replaced by its figure; « un » and « une » alone stay articles. */
export function figuresForNumbers(words: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const spoken = readNumber(words, at);
    out.push(spoken ? String(spoken.value) : (words[at] ?? ''));
    at += spoken?.length ?? 1;
  }
  return out;
}

interface Spoken {
  value: number;
  /** How many words it took. */
  length: number;
}

/** [hundreds] [tens [et] units]: everything below a thousand that people say in a chat. */
function readNumber(words: readonly string[], at: number): Spoken | undefined {
  const below = readBelowHundred(words, at);
  const hundredAt = at + (below && below.value > 1 && below.value < 10 ? below.length : 0);
  if (!isHundred(words[hundredAt])) return below && !isArticle(words, at, below) ? below : undefined;
  const rest = readBelowHundred(words, hundredAt + 1);
  const hundreds = hundredAt > at ? (below?.value ?? 1) : 1;
  return { value: hundreds * 100 + (rest?.value ?? 0), length: hundredAt + 1 - at + (rest?.length ?? 0) };
}

function readBelowHundred(words: readonly string[], at: number): Spoken | undefined {
  const tens = readTens(words, at);
  if (!tens) return unitAt(words, at);
  const joined = words[at + tens.length] === 'et' ? 1 : 0;
  const unit = unitAt(words, at + tens.length + joined);
  if (!unit || !mayFollow(tens.value, unit.value, joined === 1)) return tens;
  return { value: tens.value + unit.value, length: tens.length + joined + unit.length };
}

function readTens(words: readonly string[], at: number): Spoken | undefined {
  const fourTwenties = words[at] === 'quatre' && (words[at + 1] === 'vingt' || words[at + 1] === 'vingts');
  if (fourTwenties) return { value: 80, length: 2 };
  const value = TENS.get(words[at] ?? '');
  return value === undefined ? undefined : { value, length: 1 };
}

/** « dix-sept » to « dix-neuf » are two words that are one unit. */
function unitAt(words: readonly string[], at: number): Spoken | undefined {
  const value = UNITS.get(words[at] ?? '');
  if (value === undefined) return undefined;
  const next = UNITS.get(words[at + 1] ?? '') ?? 0;
  return value === 10 && next >= 7 && next <= 9 ? { value: 10 + next, length: 2 } : { value, length: 1 };
}

/** « soixante-douze » but « trente » « douze »; « vingt et un » but « trente et six ». */
function mayFollow(tens: number, unit: number, withEt: boolean): boolean {
  const countsInTwenties = tens === 60 || tens === 80;
  if (withEt) return unit === 1 || (tens === 60 && unit === 11);
  return unit > 0 && (unit < 10 || countsInTwenties);
}

function isHundred(word: string | undefined): boolean {
  return word === 'cent' || word === 'cents';
}

function isArticle(words: readonly string[], at: number, spoken: Spoken): boolean {
  return spoken.length === 1 && words[at] === 'un';
}
