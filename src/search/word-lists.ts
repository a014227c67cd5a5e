/** The vocabulary made ready for the search: every list folded and stemmed the way questions are. */
import { plainWords } from './fold';
import { figuresForNumbers } from './numbers';
import { phraseBook, type Phrase, type PhraseBook } from './phrases';
import { stem } from './stem';
import type { Vocabulary } from './vocabulary';

export interface WordLists {
  /** As they are said, small words included. */
  phrases: PhraseBook;
  /** The same without their small words (« arret travail »), where two words at least are left. */
  shortPhrases: PhraseBook;
  /** Folded SMS spelling → what is meant, as written in the list. */
  spellings: ReadonlyMap<string, string>;
  /** Stem or phrase name → the one that stands for its group. */
  synonyms: ReadonlyMap<string, string>;
  protected: ReadonlySet<string>;
  stopwords: ReadonlySet<string>;
  /** Every folded word that stands in a list, so that none is taken for a misspelling. */
  listed: readonly string[];
}

export function prepareLists(vocabulary: Vocabulary): WordLists {
  const stopwords = new Set(vocabulary.stopwords.flatMap(plainWords));
  const names = new Set(vocabulary.phrases.map((phrase) => phrase.as));
  const groups = vocabulary.synonyms.map((group) => readGroup(group, names));
  const phrases = [
    ...vocabulary.phrases.flatMap(({ say, as }) => say.map((text) => ({ words: wordsOf(text), as }))),
    ...groups.flatMap((group) => group.phrases),
  ];
  return {
    phrases: phraseBook(phrases.map(stemmed)),
    shortPhrases: phraseBook(phrases.map((phrase) => stemmed(shortened(phrase, stopwords))).filter(isOfSeveral)),
    spellings: new Map(
      Object.entries(vocabulary.spellings).map(([typed, meant]) => [plainWords(typed).join(''), meant]),
    ),
    synonyms: new Map(groups.flatMap((group) => group.words.map((word) => [word, group.standsFor] as const))),
    protected: new Set(vocabulary.protected.flatMap(plainWords)),
    stopwords,
    listed: listedWords(vocabulary),
  };
}

interface SaidPhrase {
  words: readonly string[];
  as: string;
}

interface SynonymGroup {
  standsFor: string;
  words: readonly string[];
  /** Members of several words (« nouveau-né ») are joined as phrases are. */
  phrases: readonly SaidPhrase[];
}

function readGroup(group: readonly string[], phraseNames: ReadonlySet<string>): SynonymGroup {
  const members = group.map((member) => (phraseNames.has(member) ? [member] : wordsOf(member).map(stem)));
  const standsFor = members[0]?.join('-') ?? '';
  const phrases = group.filter((_, at) => (members[at]?.length ?? 0) > 1);
  return {
    standsFor,
    words: members.filter((stems) => stems.length === 1).flat(),
    phrases: phrases.map((said) => ({ words: wordsOf(said), as: standsFor })),
  };
}

function wordsOf(text: string): readonly string[] {
  return figuresForNumbers(plainWords(text));
}

function stemmed({ words, as }: SaidPhrase): Phrase {
  return { stems: words.map(stem), as };
}

function shortened({ words, as }: SaidPhrase, stopwords: ReadonlySet<string>): SaidPhrase {
  return { words: words.filter((word) => !stopwords.has(word)), as };
}

function isOfSeveral({ stems }: Phrase): boolean {
  return stems.length > 1;
}

function listedWords(vocabulary: Vocabulary): string[] {
  const texts = [
    ...vocabulary.phrases.flatMap((phrase) => phrase.say),
    ...Object.values(vocabulary.spellings),
    ...vocabulary.synonyms.flat(),
    ...vocabulary.stopwords,
  ];
  return texts.flatMap(plainWords);
}
