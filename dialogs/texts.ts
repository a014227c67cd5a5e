import { z } from 'zod';
import { type CheckedYaml, checkYaml } from '../src/knowledge/checked-yaml';
import type { Problem } from '../src/knowledge/problem';
import { TEXT_KEYS, type TextArguments, type TextKey } from './text-keys';

/** Says a sentence of `texts.fr.yaml`. */
export interface Texts {
  say<K extends TextKey>(key: K, ...filling: TextArguments<K>): string;
}

const textsSchema = z.record(z.string(), z.record(z.string(), z.string().trim().min(1)));
type TextsFile = z.infer<typeof textsSchema>;

/** Reads the sentences. Whatever is wrong goes to `problems`, all at once; the texts are then undefined. */
export function readTexts(yaml: string, file: string, problems: Problem[]): Texts | undefined {
  const checked = checkYaml(yaml, textsSchema, file, problems);
  if (!checked) return undefined;
  const sentences = new Map(
    Object.entries(checked.value).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
  const found = [...missing(sentences, file), ...wrong(sentences, file, checked)];
  problems.push(...found);
  if (found.length > 0) return undefined;
  return { say: (key, ...[filling]) => fill(sentences.get(key) ?? '', filling ?? {}) };
}

function missing(sentences: ReadonlyMap<string, string>, file: string): Problem[] {
  return Object.keys(TEXT_KEYS)
    .filter((key) => !sentences.has(key))
    .map((key) => ({ file, line: 1, severity: 'error', rule: 'text', message: `the text "${key}" is missing` }));
}

function wrong(sentences: ReadonlyMap<string, string>, file: string, { lineOf }: CheckedYaml<TextsFile>): Problem[] {
  return [...sentences].flatMap(([key, text]): Problem[] => {
    const problem = (message: string): Problem => ({
      file,
      line: lineOf(key.split('.')),
      severity: 'error',
      rule: 'text',
      message,
    });
    const expected: readonly string[] | undefined = TEXT_KEYS[key as TextKey];
    if (!expected) return [problem(`nobody says the text "${key}"`)];
    const used = [...text.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1] ?? '');
    const same = expected.every((name) => used.includes(name)) && used.every((name) => expected.includes(name));
    return same
      ? []
      : [problem(`"${key}" fills in exactly: ${expected.map((name) => `{${name}}`).join(', ') || 'nothing'}`)];
  });
}

function fill(text: string, filling: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/g, (_, name: string) => String(filling[name] ?? ''));
}
