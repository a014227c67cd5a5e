/** `slow`: the answer has been due for so long that the person must be told something else. */
export type Awaiting = 'none' | 'typing' | 'slow';

/** Most answers come before this: an indicator that flashes is worse than none. */
const typingAfterMs = 300;
/** A socket may be dead without knowing it: ask the server once before the person starts to wonder. */
const askAfterMs = 3_000;
const slowAfterMs = 15_000;

/** Watches over the time between a message and its answer. */
export class AwaitedAnswer {
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly show: (awaiting: Awaiting) => void,
    private readonly askServer: () => void,
  ) {}

  expect(): void {
    this.clear();
    this.show('none');
    this.timers = [
      setTimeout(() => this.show('typing'), typingAfterMs),
      setTimeout(this.askServer, askAfterMs),
      setTimeout(() => {
        this.show('slow');
        this.askServer();
      }, slowAfterMs),
    ];
  }

  end(): void {
    this.clear();
    this.show('none');
  }

  private clear(): void {
    this.timers.forEach(clearTimeout);
  }
}
