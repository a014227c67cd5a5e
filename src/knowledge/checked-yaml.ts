import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem';

/** A YAML text that met its schema, and where each of its values stands. */
export interface CheckedYaml<T> {
  value: T;
  /** Line (from 1, in the file) of the value at this path, or of its nearest parent. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Parses and checks one YAML text. `firstLine` is the file's line on which the text begins (front matter begins on 2).
 *  Problems are added to `problems`; the answer is then undefined. */
export function checkYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  file: string,
  problems: Problem[],
  firstLine = 1,
): CheckedYaml<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  for (const error of document.errors) {
    const message = error.message.split('\n')[0] ?? error.code;
    problems.push({ file, line: lineAt(error.pos[0]), severity: 'error', rule: 'yaml', message });
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const message = `${issue.path.join('.') || 'the whole file'}: ${issue.message}`;
    problems.push({ file, line: lineOf(issue.path), severity: 'error', rule: 'schema', message });
  }
  return undefined;
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return 0;
}
