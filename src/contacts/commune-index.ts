import Fuse from 'fuse.js';
import { comparableName } from './commune-name';
import type { Commune } from './communes';

/** People say « au Havre » and « aux Ulis »: the article goes with the preposition. */
const ARTICLE = /^(le|la|les|l) /;
/** Shorter names are too near to each other and to other words. */
const SHORTEST_MISSPELT = 4;
/** Fuse's score, 0 is the very name: about one letter in three may be wrong. */
const FARTHEST = 0.35;
/** Names this little farther than the nearest are as likely; of those more people mean the bigger commune. */
const AS_NEAR = 0.15;
const PROPOSED = 3;
/** Letters that a misspelt name is longer or shorter at most. */
const LENGTH_SLACK = 2;
/** The longest names, « Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson », have nine words; people stop after seven. */
const LONGEST_WORDS = 7;

/** The communes by their names, as people write them. */
export class CommuneIndex {
  private readonly byName = new Map<string, Commune[]>();
  private readonly larger: ReadonlySet<string>;
  /** Built as they are needed, by first letter and length. */
  private readonly spellings = new Map<string, Fuse<string>>();

  /** `larger`: names of departments and regions, which are no communes. */
  constructor(communes: readonly Commune[], larger: readonly string[]) {
    this.larger = new Set(larger.map(comparableName));
    for (const commune of communes) {
      const name = comparableName(commune.name);
      for (const key of new Set([name, name.replace(ARTICLE, '')])) {
        this.byName.set(key, [...(this.byName.get(key) ?? []), commune]);
      }
    }
  }

  /** The communes of that very name, the most populous first. */
  named(text: string): Commune[] {
    return [...(this.byName.get(comparableName(text)) ?? [])].sort(byPopulation);
  }

  /** The communes whose name the words begin with, the longest name first of all; the most populous first. */
  namedAtStart(words: string): Commune[] {
    const parts = comparableName(words).split(' ');
    for (let length = Math.min(parts.length, LONGEST_WORDS); length > 0; length--) {
      const name = parts.slice(0, length).join(' ');
      const found = this.named(name);
      if (found.length > 0) return found;
      if (this.larger.has(name)) return [];
    }
    return [];
  }

  /** The communes of that name; where there is none, at most three whose name was most likely meant. */
  nearest(text: string): Commune[] {
    const name = comparableName(text);
    const exact = this.named(name);
    if (exact.length > 0 || name.length < SHORTEST_MISSPELT || this.larger.has(name)) return exact;
    const found = this.spelling(name).search(name);
    const limit = Math.min(FARTHEST, (found[0]?.score ?? 1) + AS_NEAR);
    const near = found.filter(({ score = 1 }) => score <= limit).flatMap(({ item }) => this.named(item));
    return [...new Set(near)].sort(byPopulation).slice(0, PROPOSED);
  }

  /** The names of about that length and with that first letter: all of them would take a quarter of a second. */
  private spelling(name: string): Fuse<string> {
    const key = `${name.charAt(0)}${name.length}`;
    const isLike = (other: string) =>
      other.startsWith(name.charAt(0)) && Math.abs(other.length - name.length) <= LENGTH_SLACK;
    const known =
      this.spellings.get(key) ??
      new Fuse([...this.byName.keys()].filter(isLike), {
        includeScore: true,
        threshold: FARTHEST,
        ignoreFieldNorm: true,
      });
    this.spellings.set(key, known);
    return known;
  }
}

function byPopulation(a: Commune, b: Commune): number {
  return b.population - a.population;
}
