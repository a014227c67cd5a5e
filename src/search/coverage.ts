/** How much of a question lies in words that are known at all. */
import type { FeatureSpace } from './feature-space';

/** 0..1: share of the question's rarity that its known words hold. A question of unknown words alone has 0. */
export function coverageOf(words: readonly string[], space: FeatureSpace): number {
  const rarity = (names: readonly string[]) => names.reduce((sum, name) => sum + space.rarity(name), 0);
  const telling = words.filter((name) => space.isKnown(name) || !isFigure(name));
  return telling.length === 0 ? 0 : rarity(telling.filter((name) => space.isKnown(name))) / rarity(telling);
}

/** A figure that no article holds is an amount, a date or a postcode: it tells nothing for or against. */
function isFigure(name: string): boolean {
  return /^w:\d/.test(name);
}
