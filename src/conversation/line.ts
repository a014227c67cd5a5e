/** One place at a time: tasks of one conversation run one after the other, in the order in which they came. */
export class Line {
  private readonly places = new Map<string, { last: Promise<unknown>; length: number }>();
  private total = 0;

  /** How many tasks of all conversations are under way or wait. */
  get length(): number {
    return this.total;
  }

  /** How many of this conversation. */
  lengthOf(conversationId: string): number {
    return this.places.get(conversationId)?.length ?? 0;
  }

  /** Runs the task when it is its turn, and answers what it answers. A failed task does not stop the next. */
  inTurn<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
    const { last, length } = this.places.get(conversationId) ?? { last: Promise.resolve(), length: 0 };
    const mine = last.then(task, task);
    this.places.set(conversationId, { last: mine, length: length + 1 });
    this.total++;
    const leave = () => this.leave(conversationId);
    // Attached to `mine` itself would leave its rejection to the caller alone: `settled` handles it a second time, here.
    void mine.then(leave, leave);
    return mine;
  }

  /** Resolves when every task that is now in line has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.places.values()].map(({ last }) => last));
  }

  private leave(conversationId: string): void {
    const place = this.places.get(conversationId);
    this.total--;
    if (!place || place.length === 1) this.places.delete(conversationId);
    else this.places.set(conversationId, { ...place, length: place.length - 1 });
  }
}
