/** Everything that is told of one evaluation, from what the engines answered. */
import { THRESHOLDS } from '../../src/search/decide';
import { confusions, decisionTable, rowsBy, worstErrors } from './breakdown';
import { compare } from './compare';
import { figuresOf } from './figures';
import type { Judgement } from './judge';
import type { Half } from './questions';
import type { Report } from './report';

const THRESHOLDS_SHOWN = [0.5, 0.6, 0.7, 0.8, 0.85, 0.88, THRESHOLDS.found, 0.92, 0.95];
const MOST_SHOWN = 20;

/** `judged`: of ours first. `themes`: the theme of each topic. */
export function buildReport(
  half: Half,
  judged: readonly (readonly Judgement[])[],
  garbledLoss: number,
  themes: ReadonlyMap<string, string>,
): Report {
  const [ours = []] = judged;
  return {
    half,
    figures: figuresOf(ours, THRESHOLDS.found),
    engines: compare(judged),
    decisions: decisionTable(ours, THRESHOLDS_SHOWN),
    themes: rowsBy(ours, ({ question }) => themes.get(question.topics[0] ?? '') ?? ''),
    styles: rowsBy(ours, ({ question }) => question.style),
    // Of the checking half only how often, never which: whoever reads its questions tunes on them.
    confusions: confusions(ours, MOST_SHOWN),
    errors: half === 'tuning' ? worstErrors(ours, MOST_SHOWN) : [],
    garbledLoss,
  };
}
