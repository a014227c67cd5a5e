/** Answers kept, so that a word is looked up once: more than a hundred articles have words. All are forgotten when there are too
 *  many, which bounds the memory. */
const REMEMBERED = 20_000;

/** The same function of a word, which it works out once. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined || known.has(word)) return kept as T;
    const made = answer(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, made);
    return made;
  };
}
