/** Every engine over the same questions in the same run, and how many times ours is each of them. */
import type { EngineName } from '../engines/engine';
import { inScope, isAmongThree, isFirst, type Judgement, reciprocalPlace } from './judge';
import { type Estimate, estimate, ratioEstimate } from './statistics';

export interface EngineRow {
  name: EngineName;
  top1: Estimate;
  top3: Estimate;
  mrr: Estimate;
  /** Our top-1 over this engine's; undefined for ours. */
  ratio: Estimate | undefined;
}

/** `judged`: of ours first; every engine on the same questions in the same order. */
export function compare(judged: readonly (readonly Judgement[])[]): readonly EngineRow[] {
  const [ours = []] = judged.map(inScope);
  return judged.map(inScope).map((judgements, at) => ({
    name: judgements[0]?.engine ?? 'guichet',
    top1: estimate(judgements.map(isFirst)),
    top3: estimate(judgements.map(isAmongThree)),
    mrr: estimate(judgements.map(reciprocalPlace)),
    ratio: at === 0 ? undefined : ratioEstimate(ours.map(isFirst), judgements.map(isFirst)),
  }));
}
