/** The figures that were good enough to commit. CI fails where one is worse by more than its own noise. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figures } from './figures';

/** Two standard errors of a share near 80 % on 650 questions, and of one near 5 % on 100. */
const NOISE: Readonly<Partial<Record<keyof Figures, number>>> = {
  top1: 0.03,
  top3: 0.022,
  answered: 0.04,
  precision: 0.025,
  offTopicAnswered: -0.04,
  auroc: 0.025,
};

export function readBaseline(path: string): Figures {
  return JSON.parse(readFileSync(path, 'utf8')) as Figures;
}

export function writeBaseline(path: string, figures: Figures): void {
  const rounded = Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
}

/** A sentence for each figure that fell; where lower is better, noise is negative. */
export function fallenBelow(baseline: Figures, figures: Figures): readonly string[] {
  return (Object.entries(NOISE) as [keyof Figures, number][])
    .filter(([name, noise]) => Math.sign(noise) * (baseline[name] - figures[name]) > Math.abs(noise))
    .map(([name]) => `${name}: ${figures[name].toFixed(3)}, it was ${baseline[name].toFixed(3)}`);
}
