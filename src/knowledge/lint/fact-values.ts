import type { Content } from '../load-content';
import type { Problem } from '../problem';
import { frenchDate } from '../render';
import type { Fact } from '../schemas';
import type { Rule } from './rule';

const FILE = 'knowledge/facts.yaml';

/** Numbers and addresses that two facts would let drift apart. A delay of two months is not the same fact twice. */
const STANDS_ONCE: readonly Fact['kind'][] = ['phone', 'address'];

/** A fact has one value: what is said is what programs read, and no number stands in two facts. */
export const factValues: Rule = (content) => [...saidOtherwise(content), ...twice(content)];

function saidOtherwise({ facts: { value, lineOf } }: Content): Problem[] {
  return Object.entries(value.facts)
    .filter(([, fact]) => !agrees(fact))
    .map(([id, fact]) => error(lineOf(['facts', id, 'say']), `says « ${fact.say} », and its value is "${fact.value}"`));
}

/** Opening hours are written in a notation of their own, and « deux semaines » in letters: those a person compares. */
function agrees({ kind, value, say }: Fact): boolean {
  switch (kind) {
    case 'hours':
      return true;
    case 'date':
      return say.includes(frenchDate(value));
    case 'phone':
      return digitsOf(say) === digitsOf(value);
    case 'delay':
    case 'amount':
    case 'age':
    case 'percentage':
    case 'count':
    case 'form':
    case 'address':
      return numbersIn(say).every((number) => numbersIn(value).includes(number));
  }
}

function twice({ facts: { value, lineOf } }: Content): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(value.facts).flatMap(([id, fact]) => {
    if (!STANDS_ONCE.includes(fact.kind)) return [];
    const key = fact.value.replace(/\s/g, '').toLowerCase();
    const other = first.get(key);
    first.set(key, other ?? id);
    return other === undefined ? [] : [error(lineOf(['facts', id, 'value']), `"${fact.value}" is the fact "${other}" too`)];
  });
}

function error(line: number, message: string): Problem {
  return { file: FILE, line, severity: 'error', rule: 'two-values', message };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** « 1 823,03 € » is 1823.03. The « octobre 2025 » of a figure is when it held, not its value. */
function numbersIn(text: string): number[] {
  const joined = text.replace(/\p{L}{3,}\s20\d\d/gu, '').replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '').replace(/(?<=\d),(?=\d)/g, '.');
  return (joined.match(/\d+(\.\d+)?/g) ?? []).map(Number);
}
