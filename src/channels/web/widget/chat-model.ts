import type { Activity, Opinion, OutgoingMessage, SuggestedAction } from './activity';
import { AwaitedAnswer, type Awaiting } from './awaited-answer';
import { newClientActivityId } from './client-activity-id';
import { Connection, type Opened } from './connection';
import { deliver } from './deliver';
import { fr } from './fr';
import type { Options } from './options';
import { inThisTab, nowhere } from './session';
import * as transcript from './transcript';
import type { Delivery, Entry } from './transcript';
import { type Upload, Uploads } from './uploads';

/** What the screen is drawn from. `trouble`: the server does not answer, with its own words about it, if any. */
export interface ChatState {
  phase: 'opening' | 'open';
  entries: Entry[];
  awaiting: Awaiting;
  trouble: { message: string | undefined } | undefined;
  /** The device itself says that it has no network. */
  offline: boolean;
  /** Messages that came while nobody looked. */
  unread: number;
  uploads: Upload[];
  /** The largest file that is taken; undefined: none is. */
  fileMegabytes: number | undefined;
}

const NEW: ChatState = {
  phase: 'opening',
  entries: [],
  awaiting: 'none',
  trouble: undefined,
  offline: false,
  unread: 0,
  uploads: [],
  fileMegabytes: undefined,
};

/** The chat without its screen: what was said, what is under way, and what the person can do. */
export class ChatModel {
  state: ChatState = { ...NEW, offline: !navigator.onLine };
  private readonly connection: Connection;
  private readonly answer: AwaitedAnswer;
  private readonly uploads: Uploads;
  /** Whether the messages are on the screen. */
  private watched = false;

  constructor(
    { base, locale, shared }: Options,
    private readonly redraw: () => void,
    private readonly told: (activity: Activity) => void,
  ) {
    this.connection = new Connection(base, locale, shared ? nowhere : inThisTab, {
      opened: (opened) => this.opened(opened),
      received: (activities) => this.received(activities),
      reachable: (yes, message) => this.set({ trouble: yes ? undefined : { message } }),
    });
    this.answer = new AwaitedAnswer((awaiting) => this.set({ awaiting }), this.connection.resync);
    this.uploads = new Uploads(
      (uploads) => this.set({ uploads }),
      (file) => this.connection.upload(file),
    );
  }

  start(): void {
    addEventListener('online', this.networkChanged);
    addEventListener('offline', this.networkChanged);
    this.connection.start();
  }

  close(): void {
    removeEventListener('online', this.networkChanged);
    removeEventListener('offline', this.networkChanged);
    this.uploads.clear();
    this.connection.close();
    this.answer.end();
  }

  /** Tells whether the messages are on the screen: those that come while they are not, are counted. */
  watch(watched: boolean): void {
    this.watched = watched;
    if (watched && this.state.unread > 0) this.set({ unread: 0 });
  }

  /** False when nothing can be sent yet: the words then stay in the input. */
  say(text: string): boolean {
    if (this.state.phase !== 'open') return false;
    void this.send({ clientActivityId: newClientActivityId(), text, displayText: text });
    return true;
  }

  choose({ text, displayText, value }: SuggestedAction): void {
    void this.send({ clientActivityId: newClientActivityId(), text, displayText, value });
  }

  retry(message: OutgoingMessage): void {
    void this.send(message);
  }

  /** Takes a refused message off the screen, to be written anew. */
  takeBack(message: OutgoingMessage): string {
    this.set({ entries: transcript.without(this.state.entries, message.clientActivityId) });
    return message.text;
  }

  attach(files: readonly File[]): void {
    if (this.state.fileMegabytes !== undefined) this.uploads.add(files, this.state.fileMegabytes);
  }

  retryUpload(upload: Upload): void {
    this.uploads.retry(upload);
  }

  removeUpload(upload: Upload): void {
    this.uploads.remove(upload);
  }

  /** Whether it has reached the server. */
  async giveOpinion(opinion: Opinion): Promise<boolean> {
    return (await this.connection.giveOpinion(opinion)).kind === 'done';
  }

  /** Leaves this conversation for a new one; nothing of it stays in the browser. */
  restart(): void {
    this.answer.end();
    this.uploads.clear();
    this.set({ ...NEW, offline: this.state.offline });
    this.connection.restart();
  }

  private async send(message: OutgoingMessage): Promise<void> {
    if (this.state.offline) return this.show(message, { kind: 'waiting' });
    this.show(message, { kind: 'sending' });
    this.answer.expect();
    const { id, ...delivery } = await deliver(this.connection, message);
    this.set({ entries: transcript.withDelivery(this.state.entries, message.clientActivityId, delivery, id) });
    if (delivery.kind === 'failed') this.answer.end();
  }

  private show(message: OutgoingMessage, delivery: Delivery): void {
    this.set({ entries: transcript.withOutgoing(this.state.entries, message, delivery, new Date()) });
  }

  private readonly networkChanged = (): void => {
    this.set({ offline: !navigator.onLine });
    if (!this.state.offline) void this.sendWaiting();
  };

  /** What was written meanwhile goes out in the order in which it was written. */
  private async sendWaiting(): Promise<void> {
    for (const message of transcript.waitingMessages(this.state.entries)) await this.send(message);
  }

  /** A new conversation takes the place of the old one; one the server lost leaves it on the screen to be read. */
  private opened({ how, activities, missed, fileMegabytes }: Opened): void {
    const entries =
      how === 'replaced' ? transcript.withNote(this.state.entries, newClientActivityId(), fr.replaced) : [];
    const unread = this.watched ? 0 : missed;
    this.set({ phase: 'open', entries, fileMegabytes, unread });
    this.take(activities);
  }

  private received(activities: Activity[]): void {
    const known = new Set(this.state.entries.map(({ key }) => key));
    const fresh = activities.filter(({ id, author }) => author === 'assistant' && !known.has(id));
    if (!this.watched) this.set({ unread: this.state.unread + fresh.length });
    this.take(activities);
    fresh.forEach(this.told);
  }

  private take(activities: Activity[]): void {
    const now = new Date();
    const entries = activities.reduce(
      (all, activity) => transcript.withActivity(all, activity, now),
      this.state.entries,
    );
    this.set({ entries });
    if (activities.some((activity) => activity.author === 'assistant')) this.answer.end();
  }

  private set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    this.redraw();
  }
}
