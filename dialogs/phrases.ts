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

/** A list of phrases of the content, or several lists read as one. */
type Phrases = readonly string[];

/** Phrases taken apart, by their first word: a message is held against thousands of them, and most begin with no word of it. */
type Openings = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Each list is taken apart once and forgotten with the content it belongs to. */
const takenApart = new WeakMap<Phrases, Openings>();

function openingsOf(phrases: Phrases): Openings {
  const known = takenApart.get(phrases);
  if (known) return known;
  const openings = new Map<string, string[][]>();
  for (const words of phrases.map(wordsOf)) {
    const [first] = words;
    if (first !== undefined) openings.set(first, [...(openings.get(first) ?? []), words]);
  }
  takenApart.set(phrases, openings);
  return openings;
}

/** How many words each of these phrases takes up that stands at this place of the message. */
function lengthsAt(message: readonly string[], phrases: Phrases, start: number): number[] {
  const standing = openingsOf(phrases)
    .get(message[start] ?? '')
    ?.filter((phrase) => phrase.every((word, index) => message[start + index] === word));
  return standing?.map(({ length }) => length) ?? [];
}

/** Whether a message holds nothing but phrases of these lists (at least one) and of `fillers`. */
export function consistsOf(
  message: readonly string[],
  phrases: readonly Phrases[],
  fillers: readonly Phrases[],
): boolean {
  // reached[i]: can the first i words be read so; the value tells whether a wanted phrase was among them.
  const reached: (boolean | undefined)[] = [false];
  for (let start = 0; start < message.length; start++) {
    const found = reached[start];
    if (found === undefined) continue;
    for (const list of phrases) for (const length of lengthsAt(message, list, start)) reached[start + length] = true;
    for (const list of fillers) for (const length of lengthsAt(message, list, start)) reached[start + length] ||= found;
  }
  return reached[message.length] === true;
}

/** The words after a phrase that opens the message, or undefined. The longest phrase wins. */
export function afterOpening(message: readonly string[], phrases: Phrases): string[] | undefined {
  const lengths = lengthsAt(message, phrases, 0);
  return lengths.length > 0 ? message.slice(Math.max(...lengths)) : undefined;
}

/** Where the words behind each of these phrases begin, wherever the phrases stand; the longest phrases first. */
export function startsOf(message: readonly string[], phrases: Phrases): number[] {
  const found = message.flatMap((_, start) => lengthsAt(message, phrases, start).map((length) => ({ start, length })));
  const ends = found.sort((a, b) => b.length - a.length).map(({ start, length }) => start + length);
  return [...new Set(ends)].filter((end) => end < message.length);
}

/** Whether one of these phrases stands anywhere in the message, word by word. */
export function holdsAny(message: readonly string[], phrases: Phrases): boolean {
  return message.some((_, start) => lengthsAt(message, phrases, start).length > 0);
}

/** The parts of a message that stand between full stops, commas and « et ». */
export function clausesOf(text: string): string[] {
  return text
    .split(/[.!?;,\n]+|\bet\b/iu)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}
