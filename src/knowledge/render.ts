import { Info } from 'luxon';
import type { Content } from './load-content';
import { placeholdersIn, replacePlaceholders } from './placeholders';
import type { Fact } from './schemas';
import { isInForce } from './validity';

/** What rendering needs of the content. */
export interface Vocabulary {
  facts: Readonly<Record<string, Fact>>;
  contactNames: Readonly<Record<string, string>>;
  terms: Readonly<Record<string, { say: string; explain: string }>>;
}

export function renderingVocabulary(content: Content): Vocabulary {
  const contacts = Object.entries(content.contacts.value.contacts);
  return {
    facts: content.facts.value.facts,
    contactNames: Object.fromEntries(contacts.map(([id, contact]) => [id, contact.name])),
    terms: content.vocabulary.value.terms,
  };
}

/** The words as they are read on `day` (ISO, e.g. `2026-11-22`): placeholders said, sentences with an ended fact replaced
 *  by its fallback, lines with a fact of confidence C marked « à titre indicatif ». References were checked by the lint:
 *  an unknown one throws. */
export function renderMarkdown(markdown: string, vocabulary: Vocabulary, day: string): string {
  return markdown
    .split('\n')
    .map((line) => renderLine(line, vocabulary, day))
    .join('\n');
}

function renderLine(line: string, vocabulary: Vocabulary, day: string): string {
  const fallen = new Set<string>();
  const current = splitSentences(line)
    .map((sentence) => {
      const ended = factsOf(sentence, vocabulary).find((fact) => !isInForce(fact.valid, day));
      if (!ended) return sentence;
      const fallback = ended.fallback ?? '';
      // Two sentences of one line that fall back to the same words say them once.
      if (fallen.has(fallback)) return '';
      fallen.add(fallback);
      return /^(\s*(?:[-*]|\d+\.)\s+)/.exec(sentence)?.[1]?.concat(fallback) ?? fallback;
    })
    .filter((sentence) => sentence !== '')
    .join(' ');
  return replacePlaceholders(current, (kind, id) => wordsFor(kind, id, vocabulary)) + indication(current, vocabulary);
}

function wordsFor(kind: 'fact' | 'contact' | 'term', id: string, vocabulary: Vocabulary): string {
  if (kind === 'fact') return known(vocabulary.facts[id], kind, id).say;
  if (kind === 'contact') return known(vocabulary.contactNames[id], kind, id);
  const term = known(vocabulary.terms[id], kind, id);
  return `${term.say} (${term.explain})`;
}

function known<T>(value: T | undefined, kind: string, id: string): T {
  if (value === undefined) throw new Error(`content refers to an unknown ${kind}: ${id}`);
  return value;
}

function factsOf(text: string, vocabulary: Vocabulary): Fact[] {
  return placeholdersIn(text)
    .filter(({ kind }) => kind === 'fact')
    .map(({ id }) => known(vocabulary.facts[id], 'fact', id));
}

/** Confidence C is never said flatly. */
function indication(line: string, vocabulary: Vocabulary): string {
  const uncertain = factsOf(line, vocabulary).filter((fact) => fact.confidence === 'C');
  const oldest = uncertain.map((fact) => fact.reviewed).sort()[0];
  return oldest ? ` _(à titre indicatif, vérifié le ${frenchDate(oldest)})_` : '';
}

/** Sentences of one line of Markdown, each with its closing mark. A » ends one only behind a mark of its own: « Oui. » */
export function splitSentences(line: string): string[] {
  return line.split(/(?<=[.!?…](?:\s*»)?)\s+(?=[A-ZÀÂÉÈÊÎÔÙÇ«*[{])/u);
}

/** `2026-11-22` → « 22 novembre 2026 », « 1er mars 2026 ». */
export function frenchDate(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${date === 1 ? '1er' : date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

const MONTHS = Info.months('long', { locale: 'fr' });
