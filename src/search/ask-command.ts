import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { explainInLines } from './explain-in-lines';
import type { MessageOutcome, SearchOutcome } from './outcome';
import type { Search } from './search';

export interface AskDeps {
  search: Search;
  /** Whether the words must leave the normal flow at once. */
  isEmergency: (question: string) => boolean;
  input: NodeJS.ReadableStream;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** `npm run --silent ask -- --json "question"`, or `--jsonl` with one `{"q":"…"}` a line on the input: one object a line.
 *  2, with a sentence: wrong usage. Throws what `parseArgs` throws. */
export async function askCommand(args: string[], deps: AskDeps): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, jsonl: { type: 'boolean', default: false } },
  });
  if (values.jsonl) {
    return answerLines(deps);
  }
  const question = positionals.join(' ');
  if (question === '') {
    deps.complain('usage: ask -- [--json] "question", or --jsonl with one {"q":"…"} a line on the input');
    return 2;
  }
  const answer = answerTo(question, deps);
  if (values.json) deps.print(JSON.stringify(answer));
  else for (const line of explainInLines(answer.decision, answer.explanation)) deps.print(line);
  return 0;
}

async function answerLines(deps: AskDeps): Promise<number> {
  let number = 0;
  for await (const line of createInterface({ input: deps.input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const question = questionIn(line);
    if (question === undefined) {
      deps.complain(`line ${number} is no {"q":"…"}`);
      return 2;
    }
    deps.print(JSON.stringify(answerTo(question, deps)));
  }
  return 0;
}

function answerTo(question: string, { search, isEmergency }: AskDeps) {
  const outcome = flatten(search.searchMessage(question));
  const decision = isEmergency(question) ? 'safety' : outcome.kind;
  const { confidence, topics } = outcome;
  return { question, decision, confidence, topics, explanation: outcome.explain() };
}

/** Two subjects in one message: the first answer's outcome, with the topics of the whole message. */
function flatten(outcome: MessageOutcome): SearchOutcome {
  if (outcome.kind !== 'several') return outcome;
  const [first] = outcome.outcomes;
  if (!first) throw new Error('several outcomes, and none of them');
  return { ...first, topics: outcome.topics, confidence: outcome.confidence };
}

function questionIn(line: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && 'q' in parsed ? String(parsed.q) : undefined;
  } catch {
    // No JSON at all is as wrong as JSON without a question.
    return undefined;
  }
}
