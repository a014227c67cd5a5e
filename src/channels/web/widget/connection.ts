import type { Activity, Opinion, OutgoingFile, OutgoingMessage } from './activity';
import { backoffMs } from './backoff';
import { directLine, type DirectLine } from './direct-line';
import type { Line, LineOutcome } from './line';
import { openConversation, type Opening } from './opening';
import { Pause } from './pause';
import { Receiver } from './receiver';
import type { Session, SessionKeeper } from './session';

export type Opened = Extract<Opening, { kind: 'opened' }>;

/** What the connection tells. `message`: the server's own French sentence about why it cannot be reached, if it gave one. */
export interface ConnectionListener {
  opened(opened: Opened): void;
  received(activities: Activity[]): void;
  reachable(yes: boolean, message?: string): void;
}

/** Keeps one conversation open with the server: opens or takes up, receives, and begins anew when it is gone. */
export class Connection {
  private readonly server: DirectLine;
  private line: Line | undefined;
  private receiver: Receiver | undefined;
  private readonly beforeOpening = new Pause();
  /** Counts openings, so that one overtaken by a later one, or by `close`, ends unheard. */
  private opening = 0;

  constructor(
    base: string,
    locale: string,
    private readonly keeper: SessionKeeper,
    private readonly listener: ConnectionListener,
  ) {
    this.server = directLine(base, locale);
  }

  start(): void {
    addEventListener('online', this.resync);
    document.addEventListener('visibilitychange', this.resync);
    void this.open(this.keeper.load());
  }

  close(): void {
    removeEventListener('online', this.resync);
    document.removeEventListener('visibilitychange', this.resync);
    this.hangUp();
  }

  /** Leaves this conversation for a new one. */
  restart(): void {
    this.hangUp();
    this.keeper.forget();
    void this.open(undefined);
  }

  post(message: OutgoingMessage): Promise<LineOutcome<string>> {
    return this.send((line) => line.post(message));
  }

  upload(file: OutgoingFile): Promise<LineOutcome<string>> {
    return this.send((line) => line.upload(file));
  }

  giveOpinion(opinion: Opinion): Promise<LineOutcome<string>> {
    return this.send((line) => line.giveOpinion(opinion));
  }

  readonly resync = (): void => {
    if (document.hidden) return;
    this.beforeOpening.cutShort();
    this.receiver?.resync();
  };

  private async send(over: (line: Line) => Promise<LineOutcome<string>>): Promise<LineOutcome<string>> {
    const line = this.line;
    if (!line) return { kind: 'unreachable' };
    const outcome = await over(line);
    if (outcome.kind === 'gone' && line === this.line) this.replace();
    return outcome;
  }

  private async open(kept: Session | undefined, asReplacement = false): Promise<void> {
    const opening = ++this.opening;
    for (let attempt = 0; ; attempt++) {
      const outcome = await openConversation(this.server, kept, this.keeper);
      if (opening !== this.opening) return;
      if (outcome.kind === 'opened') return this.use(outcome, asReplacement);
      this.listener.reachable(false, outcome.message);
      await this.beforeOpening.wait(backoffMs(attempt + 1, Math.random()));
      if (opening !== this.opening) return;
    }
  }

  private use(opened: Opened, asReplacement: boolean): void {
    const { line, streamUrl } = opened;
    this.line = line;
    this.line.keep();
    this.listener.reachable(true);
    this.listener.opened(asReplacement ? { ...opened, how: 'replaced' } : opened);
    this.receiver = new Receiver(line, {
      received: (received) => this.listener.received(received),
      reachable: (yes) => this.listener.reachable(yes),
      gone: () => this.replace(),
    });
    this.receiver.start(streamUrl);
  }

  private replace(): void {
    this.hangUp();
    this.keeper.forget();
    void this.open(undefined, true);
  }

  private hangUp(): void {
    this.opening++;
    this.receiver?.stop();
    this.line?.close();
    this.receiver = this.line = undefined;
  }
}
