import { handwritten } from '../placeholders';
import { prose } from './passages';
import type { Rule } from './rule';

/** Numbers that are names, not facts; they may stand in a title. */
const NAMES = /\b(36 46|100 %)/g;
const LIST_NUMBER = /^\s*\d+\.\s/;

/** A figure written by hand is a fact that nobody will find again when it changes. */
export const figures: Rule = (content) =>
  prose(content)
    .filter(({ text }) => /\d/.test(handwritten(text).replace(LIST_NUMBER, '').replace(NAMES, '')))
    .map(({ file, line }) => ({
      file,
      line,
      severity: 'error',
      rule: 'figure',
      message: 'a figure in the text: say it with {{fact:id}}, or write {=36} when it is no fact',
    }));
