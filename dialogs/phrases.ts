/** A message as plain words: lower case, no accents, apostrophes and punctuation as gaps; emoji are words of their own. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}\p{Emoji_Modifier}?/gu) ?? []
  );
}

/** The words of a phrase that stands in the content: there are some thousands of them, and each message is held against most. */
function wordsOfPhrase(phrase: string): readonly string[] {
  const known = phraseWords.get(phrase);
  if (known) return known;
  const words = wordsOf(phrase);
  phraseWords.set(phrase, words);
  return words;
}

const phraseWords = new Map<string, readonly string[]>();

/** Whether a message holds nothing but `phrases` (at least one) and `fillers`. */
export function consistsOf(
  message: readonly string[],
  phrases: readonly string[],
  fillers: readonly string[],
): boolean {
  const wanted = phrases.map(wordsOfPhrase);
  const allowed = fillers.map(wordsOfPhrase);
  // reached[i]: can the first i words be read so; the value tells whether a wanted phrase was among them.
  const reached: (boolean | undefined)[] = [false];
  for (let start = 0; start < message.length; start++) {
    const found = reached[start];
    if (found === undefined) continue;
    for (const phrase of wanted) if (standsAt(message, phrase, start)) reached[start + phrase.length] = true;
    for (const filler of allowed) if (standsAt(message, filler, start)) reached[start + filler.length] ||= found;
  }
  return reached[message.length] === true;
}

/** The words after a phrase that opens the message, or undefined. The longest phrase wins. */
export function afterOpening(message: readonly string[], phrases: readonly string[]): string[] | undefined {
  const lengths = phrases
    .map(wordsOfPhrase)
    .filter((phrase) => standsAt(message, phrase, 0))
    .map(({ length }) => length);
  return lengths.length > 0 ? message.slice(Math.max(...lengths)) : undefined;
}

/** Where the words behind each of these phrases begin, wherever the phrases stand; the longest phrases first. */
export function startsOf(message: readonly string[], phrases: readonly string[]): number[] {
  const longestFirst = phrases.map(wordsOfPhrase).sort((a, b) => b.length - a.length);
  const found = longestFirst.flatMap((phrase) =>
    message.flatMap((_, start) => (standsAt(message, phrase, start) ? [start + phrase.length] : [])),
  );
  return [...new Set(found)].filter((end) => end < message.length);
}

/** Whether a phrase stands anywhere in the message, word by word. */
export function holds(message: readonly string[], phrase: string): boolean {
  const words = wordsOfPhrase(phrase);
  return message.some((_, start) => standsAt(message, words, start));
}

function standsAt(message: readonly string[], phrase: readonly string[], start: number): boolean {
  return phrase.length > 0 && phrase.every((word, index) => message[start + index] === word);
}

/** The parts of a message that stand between full stops, commas and « et ». */
export function clausesOf(text: string): string[] {
  return text
    .split(/[.!?;,\n]+|\bet\b/iu)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}
