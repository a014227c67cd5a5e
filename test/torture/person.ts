import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { call, type Call, type Opened, type ServedActivities } from '../channels/direct-line-calls';
import { persist } from './persist';

/** A request that hangs longer is given up: the server's own limit is below it. */
const REQUEST_LIMIT_MS = 15_000;
const LOOK_EVERY_MS = 150;

export interface SentMessage {
  /** The client's own id: the same at every try. */
  clientId: string;
  text: string;
  /** Moments of the client's own clock, in milliseconds: the first try, and the acknowledgement. */
  postedAt: number;
  acknowledgedAt?: number;
  tries: number;
  /** As it was acknowledged. */
  id?: string;
}

/** What all persons of one torture saw of the server. */
export interface Witness {
  acknowledged: number;
  requests: number;
  /** Requests that were refused or broke off. */
  failed: number;
  longestMs: number;
}

export const newWitness = (): Witness => ({ acknowledged: 0, requests: 0, failed: 0, longestMs: 0 });

/** A person with a device on Direct Line. Sends each message until it is acknowledged, and reads by watermark. */
export class Person {
  readonly sent: SentMessage[] = [];
  /** Ids of the activities in the order in which they were read. */
  readonly seen: string[] = [];
  private readonly replies = new Map<string, Partial<Activity>>();
  private open: Pick<Opened, 'conversationId' | 'token'> | undefined;
  private watermark = 0;
  private reading: Promise<void> | undefined;

  /** `address` is asked anew for each request: a client comes back wherever the server is. */
  constructor(
    private readonly address: () => string,
    private readonly witness: Witness,
  ) {}

  get conversationId(): string {
    return this.open?.conversationId ?? '';
  }

  get token(): string {
    return this.open?.token ?? '';
  }

  /** Begins a conversation, or joins the one that another device has begun. */
  async begin(other?: Person): Promise<void> {
    this.open = other?.open ?? (await persist('a conversation', () => this.ask<Opened>('/conversations', {}, 201)));
  }

  /** Sends it and answers the bot's reply. */
  async say(text: string, value?: unknown): Promise<Partial<Activity>> {
    return this.answerTo(await this.send(text, value));
  }

  /** Sends it until it is acknowledged; answers the id under which it stands. */
  async send(text: string, value?: unknown): Promise<string> {
    const message: SentMessage = { clientId: randomUUID(), text, tries: 0, postedAt: performance.now() };
    this.sent.push(message);
    const body = { type: 'message', text, value, channelData: { clientActivityID: message.clientId } };
    const path = `/conversations/${this.conversationId}/activities`;
    const { id } = await persist('an acknowledgement', () => {
      message.tries++;
      return this.ask<{ id: string }>(path, { body }, 200);
    });
    message.id = id;
    message.acknowledgedAt = performance.now();
    this.witness.acknowledged++;
    return id;
  }

  async answerTo(id: string): Promise<Partial<Activity>> {
    const look = async () => {
      await this.read();
      return this.replies.get(id);
    };
    return persist(`the answer to ${id}`, look, LOOK_EVERY_MS);
  }

  /** One reading at a time: two from one watermark would see the same twice. */
  read(): Promise<void> {
    this.reading ??= this.readOnce().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readOnce(): Promise<void> {
    const path = `/conversations/${this.conversationId}/activities?watermark=${this.watermark}`;
    const set = await this.ask<ServedActivities>(path, { method: 'GET' }, 200);
    if (set) this.take(set);
  }

  /** What a reading or a stream brought. */
  take({ activities, watermark }: ServedActivities): void {
    this.watermark = Number(watermark);
    for (const activity of activities) {
      this.seen.push(activity.id ?? '');
      if (activity.replyToId) this.replies.set(activity.replyToId, activity);
    }
  }

  get readUpTo(): number {
    return this.watermark;
  }

  /** How many of its messages have no answer that it has read. */
  get waitsFor(): number {
    return this.sent.filter(({ id }) => id === undefined || !this.replies.has(id)).length;
  }

  /** The body of a request that went well; undefined where it is to be tried again. */
  private async ask<T>(path: string, options: Call, wanted: number): Promise<T | undefined> {
    const began = performance.now();
    this.witness.requests++;
    let went = false;
    try {
      const signal = AbortSignal.timeout(REQUEST_LIMIT_MS);
      const { status, body } = await call<T>(this.address(), path, { ...options, token: this.open?.token, signal });
      went = status === wanted;
      if (status === 403) await this.renewToken();
      return went ? body : undefined;
    } finally {
      this.witness.longestMs = Math.max(this.witness.longestMs, performance.now() - began);
      if (!went) this.witness.failed++;
    }
  }

  private async renewToken(): Promise<void> {
    if (!this.open) return;
    const { status, body } = await call<Opened>(this.address(), '/tokens/refresh', { token: this.open.token });
    if (status === 200) this.open = { ...this.open, token: body.token };
  }
}
