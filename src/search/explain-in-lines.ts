/** The explanation for a reader at the terminal: what was read, what it was likest to, what was decided. */
import type { SearchExplanation } from './outcome';
import type { Change } from './reading';

export function explainInLines(decision: string, explanation: SearchExplanation): readonly string[] {
  const { words, corrected, synonyms, best, runnerUp, thresholds } = explanation;
  const parts = Object.entries(best?.parts ?? {}).map(([part, score]) => `${part} ${score.toFixed(2)}`);
  return [
    `read: ${words.join(' ') || 'nothing'}; mended: ${told(corrected)}; synonyms: ${told(synonyms)}`,
    `best: ${best ? `${best.id} ${best.score.toFixed(2)} = ${parts.join(' + ')}` : 'none'}; ` +
      `next: ${runnerUp ? `${runnerUp.id} ${runnerUp.score.toFixed(2)}` : 'none'}`,
    `${decision}: sure at ${explanation.confidence.toFixed(2)} (found from ${thresholds.found}, asked from ${thresholds.unsure}); ` +
      `known words ${Math.round(explanation.coverage * 100)} %, off-topic ${explanation.offTopic.toFixed(2)}`,
  ];
}

function told(changes: readonly Change[]): string {
  return changes.map(({ from, to }) => `${from} → ${to}`).join(', ') || 'nothing';
}
