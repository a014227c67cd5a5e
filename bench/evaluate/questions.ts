/** The questions of test/questions/, written by hand for the evaluation: none of them stands in knowledge/. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Question {
  q: string;
  /** Subjects that a good answer names first: one, two where the message asks two things, none for off-topic. */
  topics: readonly string[];
  /** Subjects that are as good an answer. */
  also: readonly string[];
  /** How it is worded: `noun`, `two-words`, `sms`, `story` … */
  style: string;
  /** `own`, `elsewhere`, `off-topic`, `two-subjects`. */
  set: QuestionSet;
}

export type QuestionSet = 'own' | 'elsewhere' | 'off-topic' | 'two-subjects';

/** The tuning half may be looked at while the search is worked on; the checking half is counted only. */
export type Half = 'tuning' | 'checking';

interface Line {
  q: string;
  topic?: string | null;
  topics?: string[];
  also?: string[];
  style: string;
}

/** The search's first questions, on which it was tuned: replayed by `npm run knowledge -- --diff`, and measured by nobody. */
const REPLAYED_ONLY = 'tuning.jsonl';

export function readQuestions(folder: string): readonly Question[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && file !== REPLAYED_ONLY)
    .sort()
    .flatMap((file) => linesOf(join(folder, file)).map((line) => questionOf(line, setOf(file))));
}

/** By the first bit of the question's SHA-256: no one chooses, and a new question moves no other. */
export function halfOf({ q }: Pick<Question, 'q'>): Half {
  return (createHash('sha256').update(q).digest()[0] ?? 0) < 128 ? 'tuning' : 'checking';
}

function linesOf(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

function questionOf({ q, topic, topics, also = [], style }: Line, set: QuestionSet): Question {
  return { q, topics: topics ?? (topic ? [topic] : []), also, style, set };
}

/** `own-a.jsonl` and `own-b.jsonl` are one set. */
function setOf(file: string): QuestionSet {
  const name = file.replace(/\.jsonl$/, '').replace(/^own-.*/, 'own');
  if (name === 'own' || name === 'elsewhere' || name === 'off-topic' || name === 'two-subjects') return name;
  throw new Error(`test/questions/${file}: a file of questions is named for its set`);
}
