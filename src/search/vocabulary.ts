/** The word lists of `knowledge/vocabulary.yaml`, as plain data. The knowledge loader reads and checks the file. */

export interface Vocabulary {
  /** Several words that are one thing: « carte vitale ». `say` are the ways of saying it, `as` the one word it becomes. */
  phrases: readonly { say: readonly string[]; as: string }[];
  /** SMS and common misspellings → what is meant; the right side may be several words. */
  spellings: Readonly<Record<string, string>>;
  /** Groups of words that mean the same; the first of a group stands for all of them. */
  synonyms: readonly (readonly string[])[];
  /** Words one letter away from another that means something else: right as they are, never guessed at. */
  protected: readonly string[];
  /** Words that say nothing about the subject. Never a negation: « pas reçu » is another subject than « reçu ». */
  stopwords: readonly string[];
}
