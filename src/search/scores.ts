/** A score for every subject, most of them 0: one set of them serves question after question. */
export class Scores {
  readonly values: Float64Array;
  /** Subjects that have a score, in the order in which they got it. */
  readonly touched: number[] = [];
  readonly #isTouched: Uint8Array;

  constructor(subjects: number) {
    this.values = new Float64Array(subjects);
    this.#isTouched = new Uint8Array(subjects);
  }

  /** Adds to each of the subjects between the two places its weight times `factor`. A plain loop: it runs some thousand times
   *  a question. */
  addEach(subjects: Uint32Array, weights: Float32Array, from: number, to: number, factor: number): void {
    const { values, touched } = this;
    const isTouched = this.#isTouched;
    for (let at = from; at < to; at++) {
      const subject = subjects[at] ?? 0;
      if (isTouched[subject] === 0) {
        isTouched[subject] = 1;
        touched.push(subject);
      }
      values[subject] = (values[subject] ?? 0) + factor * (weights[at] ?? 0);
    }
  }

  /** Makes the score of one subject this one, whatever was added to it. */
  set(subject: number, score: number): void {
    if (this.#isTouched[subject] === 0) this.touched.push(subject);
    this.#isTouched[subject] = 1;
    this.values[subject] = score;
  }

  /** Starts anew with a score of 0 for every subject. */
  startAll(): void {
    this.values.fill(0);
    if (this.touched.length === this.values.length) return;
    for (let subject = 0; subject < this.values.length; subject++) {
      if (this.#isTouched[subject] === 0) this.touched.push(subject);
      this.#isTouched[subject] = 1;
    }
  }

  of(subject: number): number {
    return this.values[subject] ?? 0;
  }

  /** Costs as much as there are touched subjects: among 100,000 they are a few hundred. */
  clear(): void {
    for (const subject of this.touched) {
      this.values[subject] = 0;
      this.#isTouched[subject] = 0;
    }
    this.touched.length = 0;
  }
}
