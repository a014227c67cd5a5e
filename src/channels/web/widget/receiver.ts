import type { Activity, ActivitySet } from './activity';
import { backoffMs } from './backoff';
import type { Line } from './line';
import { Pause } from './pause';
import { listen, type Stream } from './stream';

/** Who wants what the server sends. `gone` comes at most once, and nothing after it. */
export interface Receiving {
  received(activities: Activity[]): void;
  reachable(yes: boolean): void;
  gone(): void;
}

const pollEveryMs = 2_000;

/** Receives a conversation's activities: over the WebSocket when there is one, by polling when there is none. */
export class Receiver {
  private stopped = false;
  private stream: Stream | undefined;
  private listening = false;
  private readonly beforePoll = new Pause();
  private readonly beforeSocket = new Pause();

  constructor(
    private readonly line: Line,
    private readonly receiving: Receiving,
  ) {}

  start(streamUrl: string | undefined): void {
    void this.keepListening(streamUrl);
    void this.keepPolling();
  }

  stop(): void {
    this.stopped = true;
    this.stream?.close();
    this.beforePoll.cutShort();
    this.beforeSocket.cutShort();
  }

  /** Asks the server at once: a socket may have died while the tab slept without saying so. */
  resync(): void {
    if (this.listening) void this.poll();
    this.beforePoll.cutShort();
    this.beforeSocket.cutShort();
  }

  private async keepListening(firstUrl: string | undefined): Promise<void> {
    let url = firstUrl;
    for (let attempt = 0; !this.stopped; attempt++) {
      if (url && (await this.listenUntilClosed(url))) attempt = 0;
      await this.beforeSocket.wait(backoffMs(attempt, Math.random()));
      if (this.stopped) return;
      url = await this.line.streamUrl();
    }
  }

  private async listenUntilClosed(url: string): Promise<boolean> {
    const opened = () => {
      this.listening = true;
      this.receiving.reachable(true);
    };
    this.stream = listen(url, opened, (set) => this.take(set));
    const end = await this.stream.closed;
    this.listening = false;
    this.beforePoll.cutShort();
    return end.opened;
  }

  private async keepPolling(): Promise<void> {
    while (!this.stopped) {
      await this.beforePoll.wait(pollEveryMs);
      if (!this.stopped && !this.listening) await this.poll();
    }
  }

  private async poll(): Promise<void> {
    const outcome = await this.line.readNew();
    if (this.stopped) return;
    if (outcome.kind === 'gone') {
      this.stop();
      return this.receiving.gone();
    }
    this.receiving.reachable(outcome.kind === 'done');
    if (outcome.kind === 'done') this.take(outcome.value);
  }

  private take(set: ActivitySet): void {
    if (this.stopped) return;
    this.line.advance(set.watermark);
    if (set.activities.length > 0) this.receiving.received(set.activities);
  }
}
