import type { Activity, OutgoingMessage, SuggestedAction } from './activity';
import { AwaitedAnswer, type Awaiting } from './awaited-answer';
import { newClientActivityId } from './client-activity-id';
import { Connection, type Opened } from './connection';
import { deliver } from './deliver';
import { fr } from './fr';
import { withActivity, withDelivery, without, withNote, withOutgoing, type Entry } from './transcript';

/** What the screen is drawn from. `trouble`: the server does not answer, with its own words about it, if any. */
export interface ChatState {
  phase: 'opening' | 'open';
  entries: Entry[];
  awaiting: Awaiting;
  trouble: { message: string | undefined } | undefined;
}

/** The chat without its screen: what was said, what is under way, and what the person can do. */
export class ChatModel {
  state: ChatState = { phase: 'opening', entries: [], awaiting: 'none', trouble: undefined };
  private readonly connection: Connection;
  private readonly answer: AwaitedAnswer;

  constructor(
    base: string,
    private readonly redraw: (state: ChatState) => void,
  ) {
    this.connection = new Connection(base, {
      opened: (how, activities) => this.opened(how, activities),
      received: (activities) => this.received(activities),
      reachable: (yes, message) => this.set({ trouble: yes ? undefined : { message } }),
    });
    this.answer = new AwaitedAnswer((awaiting) => this.set({ awaiting }), this.connection.resync);
  }

  start(): void {
    this.connection.start();
  }

  close(): void {
    this.connection.close();
    this.answer.end();
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
    this.set({ entries: without(this.state.entries, message.clientActivityId) });
    return message.text;
  }

  restart(): void {
    this.answer.end();
    this.set({ phase: 'opening' });
    this.connection.restart();
  }

  private async send(message: OutgoingMessage): Promise<void> {
    this.set({ entries: withOutgoing(this.state.entries, message, new Date()) });
    this.answer.expect();
    const { id, ...delivery } = await deliver(this.connection, message);
    this.set({ entries: withDelivery(this.state.entries, message.clientActivityId, delivery, id) });
    if (delivery.kind === 'failed') this.answer.end();
  }

  /** A new conversation takes the place of the old one; one the server lost leaves it on the screen to be read. */
  private opened(how: Opened['how'], activities: Activity[]): void {
    const note = (entries: Entry[]) => withNote(entries, newClientActivityId(), fr.replaced);
    const entries = how === 'replaced' ? note(this.state.entries) : [];
    this.set({ phase: 'open', entries });
    this.received(activities);
  }

  private received(activities: Activity[]): void {
    const now = new Date();
    const entries = activities.reduce((all, activity) => withActivity(all, activity, now), this.state.entries);
    this.set({ entries });
    if (activities.some((activity) => activity.author === 'assistant')) this.answer.end();
  }

  private set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    this.redraw(this.state);
  }
}
