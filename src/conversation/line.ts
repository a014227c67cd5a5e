/** One place at a time: tasks of one conversation run one after the other, in the order in which they came. */
export class Line {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs the task when it is its turn, and answers what it answers. A failed task does not stop the next. */
  inTurn<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
    const before = this.last.get(conversationId) ?? Promise.resolve();
    const mine = before.then(task, task);
    this.last.set(conversationId, mine);
    // Attached to `mine` itself would leave its rejection to the caller alone: `settled` handles it a second time, here.
    void mine.then(
      () => this.leave(conversationId, mine),
      () => this.leave(conversationId, mine),
    );
    return mine;
  }

  /** Resolves when every task that is now in line has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.last.values());
  }

  private leave(conversationId: string, task: Promise<unknown>): void {
    if (this.last.get(conversationId) === task) this.last.delete(conversationId);
  }
}
