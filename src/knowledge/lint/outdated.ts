import { handwritten, withFigures } from '../placeholders';
import type { Problem } from '../problem';
import { splitSentences } from '../render';
import { passages } from './passages';
import type { Rule } from './rule';

/** A sentence that says so may name what is gone: « L'ancien RSI n'existe plus ». */
const TOLD_AS_GONE = /n'existe(nt)? plus|ancien|remplac/;

/** What `knowledge/outdated.yaml` lists stands in no sentence that people read as if it were still so. */
export const outdated: Rule = (content) => {
  const terms = content.outdated.value.terms.flatMap(({ words, instead }) =>
    words.map((word) => ({ word, instead, pattern: patternOf(word) })),
  );
  const anyTerm = new RegExp(terms.map(({ pattern }) => pattern.source).join('|'), 'u');
  return passages(content).flatMap(({ file, line, text }) => {
    const written = handwritten(withFigures(text));
    if (terms.length === 0 || !anyTerm.test(plain(written))) return [];
    const read = splitSentences(written).map(plain).filter((sentence) => !TOLD_AS_GONE.test(sentence));
    return terms
      .filter(({ pattern }) => read.some((sentence) => pattern.test(sentence)))
      .map(({ word, instead }): Problem => {
        const message = `« ${word} » is out of date: ${instead}`;
        return { file, line, severity: 'error', rule: 'outdated', message };
      });
  });
};

/** The whole words, whatever stands between the groups of a number: « 3645 », « 36.45 », « 36 45 ». */
function patternOf(words: string): RegExp {
  const escaped = plain(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const loose = escaped.replace(/(?<=\d)[\s.]+(?=\d)/g, '[\\s.]*').replace(/[\s-]+(?!\])/g, '[\\s-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?!-?[\\p{L}\\p{N}])`, 'u');
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
