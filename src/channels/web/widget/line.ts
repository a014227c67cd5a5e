import type { Activity, ActivitySet, Opinion, OutgoingFile, OutgoingMessage } from './activity';
import type { DirectLine, Opened } from './direct-line';
import type { Outcome } from './request';
import type { Session, SessionKeeper } from './session';

/** `gone`: the server no longer knows the conversation, or its token can no longer be renewed. */
export type LineOutcome<T> = Outcome<T> | { kind: 'gone' };

/** A token lives 30 minutes. */
const refreshEveryMs = 15 * 60_000;

/** One conversation's line to the server: keeps its token fresh, and the watermark of what has been read. */
export class Line {
  private refreshing: Promise<LineOutcome<string>> | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly server: DirectLine,
    private session: Session,
    private readonly keeper: SessionKeeper,
  ) {}

  /** Keeps the session over a reload and the token fresh, until `close`. */
  keep(): void {
    this.timer = setInterval(() => void this.refresh(), refreshEveryMs);
    this.keeper.save(this.session);
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** What came after the watermark. */
  async readNew(): Promise<LineOutcome<ActivitySet>> {
    const outcome = await this.call((id, token) => this.server.activities(id, token, this.session.watermark));
    if (outcome.kind === 'done') this.advance(outcome.value.watermark);
    return outcome;
  }

  /** The whole transcript, from the first message on. The server may give it in several pages: an empty one is the end. */
  async readAll(): Promise<LineOutcome<Activity[]>> {
    this.session = { ...this.session, watermark: undefined };
    const all: Activity[] = [];
    for (;;) {
      const before = this.session.watermark;
      const page = await this.readNew();
      if (page.kind !== 'done') return page;
      all.push(...page.value.activities);
      if (page.value.activities.length === 0 || this.session.watermark === before) return { kind: 'done', value: all };
    }
  }

  post(message: OutgoingMessage): Promise<LineOutcome<string>> {
    return this.call((id, token) => this.server.post(id, token, message));
  }

  upload(file: OutgoingFile): Promise<LineOutcome<string>> {
    return this.call((id, token) => this.server.upload(id, token, file));
  }

  giveOpinion(opinion: Opinion): Promise<LineOutcome<string>> {
    return this.call((id, token) => this.server.giveOpinion(id, token, opinion));
  }

  /** A new address to listen on, from the watermark on; undefined: none to be had now. */
  async streamUrl(): Promise<string | undefined> {
    const outcome = await this.reopen();
    return outcome.kind === 'done' ? outcome.value.streamUrl : undefined;
  }

  async reopen(): Promise<LineOutcome<Opened>> {
    const outcome = await this.call((id, token) => this.server.reopen(id, token, this.session.watermark));
    if (outcome.kind === 'done') this.change({ token: outcome.value.token });
    return outcome;
  }

  /** Two calls that meet an expired token share one renewal. */
  refresh(): Promise<LineOutcome<string>> {
    this.refreshing ??= this.renew().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /** Polling and the socket may give the same activities: the watermark only goes forward. */
  advance(watermark: string | undefined): void {
    if (watermark && Number(watermark) > Number(this.session.watermark ?? -1)) this.change({ watermark });
  }

  private async renew(): Promise<LineOutcome<string>> {
    const outcome = await this.server.refreshToken(this.session.token);
    if (outcome.kind === 'done') this.change({ token: outcome.value });
    return isGone(outcome) ? { kind: 'gone' } : outcome;
  }

  private async call<T>(ask: (id: string, token: string) => Promise<Outcome<T>>): Promise<LineOutcome<T>> {
    let outcome = await ask(this.session.conversationId, this.session.token);
    if (isDenied(outcome)) {
      const renewed = await this.refresh();
      if (renewed.kind !== 'done') return renewed;
      outcome = await ask(this.session.conversationId, this.session.token);
    }
    return isGone(outcome) ? { kind: 'gone' } : outcome;
  }

  /** A closed line, or one still being opened, must not overwrite the session of the one in use. */
  private change(change: Partial<Session>): void {
    this.session = { ...this.session, ...change };
    if (this.timer !== undefined) this.keeper.save(this.session);
  }
}

function isDenied(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'refused' && (outcome.status === 401 || outcome.status === 403);
}

function isGone(outcome: Outcome<unknown>): boolean {
  return isDenied(outcome) || (outcome.kind === 'refused' && outcome.status === 404);
}
