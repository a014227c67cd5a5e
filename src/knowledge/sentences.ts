import { z } from 'zod';
import { type CheckedYaml, checkYaml } from './checked-yaml';
import type { Problem } from './problem';

/** The keys of a file of sentences, `group.name`, each with the {braces} that are filled into it. */
export type SentenceKeys = Readonly<Record<string, readonly string[]>>;

/** What a sentence needs filled in: nothing, or one object with exactly its {braces}. */
export type Filling<Keys extends SentenceKeys, K extends keyof Keys> = Keys[K] extends readonly []
  ? []
  : [Record<Keys[K][number], string | number>];

export interface Sentences<Keys extends SentenceKeys> {
  say<K extends keyof Keys & string>(key: K, ...filling: Filling<Keys, K>): string;
}

const sentencesSchema = z.record(z.string(), z.record(z.string(), z.string().trim().min(1)));
type SentencesFile = z.infer<typeof sentencesSchema>;

/** Reads a file of sentences, which must hold these keys and no others. Whatever is wrong goes to `problems`, all at once;
 *  the sentences are then undefined. */
export function readSentences<Keys extends SentenceKeys>(
  yaml: string,
  keys: Keys,
  file: string,
  problems: Problem[],
): Sentences<Keys> | undefined {
  const checked = checkYaml(yaml, sentencesSchema, file, problems);
  if (!checked) return undefined;
  const sentences = new Map<string, string>(
    Object.entries(checked.value).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
  const found = [...missing(sentences, keys, file), ...wrong(sentences, keys, file, checked)];
  problems.push(...found);
  if (found.length > 0) return undefined;
  return { say: (key, ...[filling]) => fill(sentences.get(key) ?? '', filling ?? {}) };
}

function missing(sentences: ReadonlyMap<string, string>, keys: SentenceKeys, file: string): Problem[] {
  return Object.keys(keys)
    .filter((key) => !sentences.has(key))
    .map((key) => ({ file, line: 1, severity: 'error', rule: 'text', message: `the text "${key}" is missing` }));
}

function wrong(
  sentences: ReadonlyMap<string, string>,
  keys: SentenceKeys,
  file: string,
  { lineOf }: CheckedYaml<SentencesFile>,
): Problem[] {
  return [...sentences].flatMap(([key, text]): Problem[] => {
    const line = lineOf(key.split('.'));
    const problem = (message: string): Problem => ({ file, line, severity: 'error', rule: 'text', message });
    const expected = keys[key];
    if (!expected) return [problem(`nobody says the text "${key}"`)];
    return fillsIn(text, expected)
      ? []
      : [problem(`"${key}" fills in exactly: ${expected.map((name) => `{${name}}`).join(', ') || 'nothing'}`)];
  });
}

/** Each of these {braces}, and no other: {Name}, {{ name }} and {name would be read as they are written. */
function fillsIn(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replaceAll(`{${name}}`, ''), text);
  return names.every((name) => text.includes(`{${name}}`)) && !/[{}]/.test(rest);
}

function fill(text: string, filling: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (_, name: string) => String(filling[name] ?? ''));
}
