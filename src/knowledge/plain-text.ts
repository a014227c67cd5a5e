import { renderMarkdown, type Vocabulary } from './render';

/** Markdown as it is read aloud on `day`: placeholders said, links by their words. Opening hours are looked up, not read:
 *  they count as one word. A text with an unknown reference stays as it is written; that has a rule of its own. */
export function plainText(markdown: string, day: string, vocabulary: Vocabulary): string {
  try {
    const said = renderMarkdown(markdown, withoutHours(vocabulary), day);
    return said.replace(/\]\([^)]*\)|[*[\]_]/g, '').replace(/^\s*(-|\d+\.)\s+/, '');
  } catch {
    return markdown;
  }
}

/** Words as a reader counts them: a no-break space does not part « 36 46 » or « 30 € », a lone « or ? is no word. */
export function wordsIn(text: string): string[] {
  return text.split(/[ \n]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Made once for each vocabulary: every line of every article is read with it. */
const withoutHoursOf = new WeakMap<Vocabulary, Vocabulary>();

function withoutHours(vocabulary: Vocabulary): Vocabulary {
  const made = withoutHoursOf.get(vocabulary) ?? leaveOutHours(vocabulary);
  withoutHoursOf.set(vocabulary, made);
  return made;
}

function leaveOutHours({ facts, ...rest }: Vocabulary): Vocabulary {
  const said = Object.entries(facts).map(([id, fact]) => [id, fact.kind === 'hours' ? { ...fact, say: 'horaires' } : fact]);
  return { ...rest, facts: Object.fromEntries(said) as Vocabulary['facts'] };
}
