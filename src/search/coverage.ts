/** How much of a question lies in words that are known at all. */
import type { Features } from './features';
import type { LexicalIndex } from './lexical-index';

/** 0..1: share of the question's rarity that its known words hold. A question of unknown words alone has 0. A figure that no
 *  article holds is an amount, a date or a postcode: it tells nothing for or against. */
export function coverageOf({ hashes, figures }: Features, index: Pick<LexicalIndex, 'isKnown' | 'rarity'>): number {
  let known = 0;
  let all = 0;
  for (const word of hashes.words) {
    const isKnown = index.isKnown(word);
    if (!isKnown && figures.includes(word)) continue;
    const rarity = index.rarity(word);
    all += rarity;
    if (isKnown) known += rarity;
  }
  return all === 0 ? 0 : known / all;
}
