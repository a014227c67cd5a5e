/** On a shared machine: after so long without a touch the person is warned, */
const warnAfterMs = 90_000;
/** and after so long what they wrote is wiped. The 30 s between are to say « I am still here ». */
const wipeAfterMs = 120_000;

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Wipes what somebody left behind on a machine that others use. Whatever they do in the page counts as being there. */
export class IdleWatch {
  private timers: ReturnType<typeof setTimeout>[] = [];
  private warned = false;

  constructor(
    private readonly warn: (shown: boolean) => void,
    private readonly wipe: () => void,
  ) {}

  start(): void {
    SIGNS.forEach((sign) => addEventListener(sign, this.seen, { passive: true }));
    this.again();
  }

  stop(): void {
    SIGNS.forEach((sign) => removeEventListener(sign, this.seen));
    this.timers.forEach(clearTimeout);
  }

  /** A hand that brushes the mouse does not answer the warning: its button does. */
  private readonly seen = (): void => {
    if (!this.warned) this.again();
  };

  /** Somebody is here. */
  again(): void {
    this.timers.forEach(clearTimeout);
    if (this.warned) this.warn((this.warned = false));
    this.timers = [
      setTimeout(() => this.warn((this.warned = true)), warnAfterMs),
      setTimeout(() => {
        this.again();
        this.wipe();
      }, wipeAfterMs),
    ];
  }
}
