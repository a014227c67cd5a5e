/** Reads a text into the words the search compares: spelling mended, numbers in figures, names joined, synonyms one. */
import { plainWords } from './fold';
import { figuresForNumbers } from './numbers';
import { formsOf, type KnownWords, knownWords } from './known-words';
import { joinPhrases } from './join-phrases';
import { buildSpeller, type Speller } from './spelling';
import { stem } from './stem';
import { type Token, type Tokenizer, tokenizer } from './tokens';
import type { WordLists } from './word-lists';

export interface Change {
  from: string;
  to: string;
}

export interface Reading {
  /** What is compared: stems, joined names and canonical synonyms, in the order of the text. */
  words: readonly string[];
  /** The same text's words in full, for comparing letter by letter; protected words are left out. */
  spelled: readonly string[];
  /** Both as features. */
  wordHashes: readonly number[];
  pieces: readonly number[];
  /** The hashes of those words that are figures. */
  figures: readonly number[];
  /** Misspellings and SMS spellings mended. */
  corrected: readonly Change[];
  synonyms: readonly Change[];
}

export interface Reader {
  /** Reads a person's question: unknown words are mended. */
  readQuestion(text: string): Reading;
  /** Reads a text of the knowledge base, which is spelt as it should be. */
  readContent(text: string): Reading;
  /** The same reader, for which the words of these texts are right as they are too. */
  knowing(texts: readonly string[]): Reader;
}

/** Each unknown word costs a search of its own; a message with more of them is in another language, or mashing. */
const MOST_MENDED = 20;

/** The words of the articles and of the off-topic sentences are known; only those of the articles are proposed. */
export function buildReader(lists: WordLists, articles: readonly string[], offTopic: readonly string[]): Reader {
  const known = knownWords(lists, articles, offTopic);
  const speller = buildSpeller(known.byUse.filter((word) => !lists.protected.has(word)));
  return readerWith(lists, known, speller);
}

function readerWith(lists: WordLists, known: Pick<KnownWords, 'has'>, speller: Speller): Reader {
  const tokens = tokenizer(lists, known);
  const mendWith = (spell: Speller) => (token: Token) =>
    token.isUnknown ? spell(token.word) : (token.listed ?? token.apart);

  return {
    readQuestion: (text) => read(plainWords(text), tokens, mendWith(atMost(MOST_MENDED, speller))),
    readContent: (text) => read(plainWords(text), tokens, ({ listed }) => listed),
    knowing: (texts) => {
      const more = formsOf(texts.flatMap(plainWords));
      return readerWith(lists, { has: (word) => known.has(word) || more.has(word) || more.has(stem(word)) }, speller);
    },
  };
}

/** Readings of neighbouring sentences as one. */
export function joinReadings(readings: readonly Reading[]): Reading {
  return {
    words: readings.flatMap(({ words }) => words),
    spelled: readings.flatMap(({ spelled }) => spelled),
    wordHashes: readings.flatMap(({ wordHashes }) => wordHashes),
    pieces: readings.flatMap(({ pieces }) => pieces),
    figures: readings.flatMap(({ figures }) => figures),
    corrected: readings.flatMap(({ corrected }) => corrected),
    synonyms: readings.flatMap(({ synonyms }) => synonyms),
  };
}

/** `mend`: what a word stands for; undefined: for itself. */
function read(typed: readonly string[], tokens: Tokenizer, mend: (token: Token) => string | undefined): Reading {
  const corrected: Change[] = [];
  const mended: Token[] = [];
  for (const word of typed) {
    const token = tokens.ofWord(word);
    const meant = mend(token);
    if (meant === undefined) mended.push(token);
    else {
      corrected.push({ from: word, to: meant });
      mended.push(...plainWords(meant).map(tokens.ofWord));
    }
  }
  const figured = withFigures(mended, tokens);
  const spelled = figured.filter(({ isSpelled }) => isSpelled);
  const pieces: number[] = [];
  for (const token of spelled) pieces.push(...token.pieces);
  const said = joinPhrases(figured, 'phrases', tokens);
  const telling = joinPhrases(withoutStopwords(said), 'shortPhrases', tokens);
  return {
    words: telling.map(({ means }) => means),
    spelled: spelled.map(({ word }) => word),
    wordHashes: telling.map(({ hash }) => hash),
    pieces,
    figures: telling.filter(({ isFigure }) => isFigure).map(({ hash }) => hash),
    corrected,
    synonyms: telling.filter(({ stem, means }) => means !== stem).map(({ stem, means }) => ({ from: stem, to: means })),
  };
}

/** Most texts have no number words. */
function withFigures(tokens: readonly Token[], { ofWord }: Tokenizer): readonly Token[] {
  if (!tokens.some(({ isNumberWord }) => isNumberWord)) return tokens;
  return figuresForNumbers(tokens.map(({ word }) => word)).map(ofWord);
}

/** « Qui êtes-vous ? » has stopwords alone: then they are what is asked. */
function withoutStopwords(tokens: readonly Token[]): readonly Token[] {
  const telling = tokens.filter(({ isStopword }) => !isStopword);
  return telling.length > 0 ? telling : tokens;
}

function atMost(times: number, speller: Speller): Speller {
  let left = times;
  return (word) => (left-- > 0 ? speller(word) : undefined);
}
