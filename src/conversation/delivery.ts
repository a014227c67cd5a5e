import type { Logger } from 'pino';
import type { OutboxStore, OutgoingMessage } from '../storage/outbox-store';
import { type Courier, NotDelivered } from './courier';
import type { Clock, Ids } from './ports';
import { afterFailure } from './retry';
import { within } from './within';

/** So many messages are under way at once, each of another conversation. */
const UNDER_WAY_LIMIT = 20;
/** One vendor that does not answer holds a place no longer. */
const BRING_LIMIT_MS = 10_000;
/** Longer than a try may take: whoever finds a lease past has the message to itself. */
const LEASE_MS = 30_000;
/** How long nobody looks when nothing is due and nobody wakes us: another server may have died with a lease. */
const LOOK_EVERY_MS = 5_000;

export interface DeliveryDeps {
  outbox: OutboxStore;
  /** By channel. */
  couriers: Readonly<Record<string, Courier>>;
  clock: Clock;
  ids: Ids;
  log: Logger;
  /** Another limit of one try than the usual one. */
  bringLimitMs?: number;
}

/** Brings what stands in the outbox to the vendors: in order per conversation, tried again after a failure, set aside after
 *  the last. At least once: docs/delivery.md names the window in which a message may arrive twice. */
export class Delivery {
  private readonly underWay = new Set<Promise<void>>();
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  /** More may have been due than there were places for. */
  private crowded = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly deps: DeliveryDeps) {}

  /** Something may be due: looks now, or as soon as the running look has ended. */
  wake(): void {
    if (this.stopped) return;
    this.lookAgain = true;
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
      if (this.lookAgain) this.wake();
    });
  }

  /** Takes nothing more and resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.settled();
  }

  /** Resolves when all that is due now has been tried. */
  async settled(): Promise<void> {
    while (this.looking !== undefined || this.underWay.size > 0) {
      await Promise.all([this.looking, ...this.underWay]);
    }
  }

  private async look(): Promise<void> {
    this.lookAgain = false;
    try {
      const free = UNDER_WAY_LIMIT - this.underWay.size;
      const now = this.deps.clock.now();
      const claimed = free > 0 ? await this.deps.outbox.claim(now, later(now, LEASE_MS), free) : [];
      this.crowded = claimed.length === free;
      for (const message of claimed) this.start(message);
      if (claimed.length === 0 || !this.timer) await this.sleep();
    } catch (error) {
      this.deps.log.error({ err: error }, 'the outbox could not be read; it is looked into again soon');
      this.sleepFor(LOOK_EVERY_MS);
    }
  }

  private start(message: OutgoingMessage): void {
    const way = this.deliver(message).then((next) => {
      this.underWay.delete(way);
      // Who wrote to the outbox has woken us: when nothing stands behind this message, there is nothing to look for.
      if (next === 'look' || this.crowded) this.wake();
    });
    this.underWay.add(way);
  }

  private async deliver(message: OutgoingMessage): Promise<'look' | 'rest'> {
    const { outbox, couriers, log } = this.deps;
    try {
      const courier = couriers[message.channel];
      if (!courier) throw new Error(`this server has no door to ${message.channel}`);
      await withinLimit(courier, message, this.deps.bringLimitMs ?? BRING_LIMIT_MS);
      return (await outbox.delivered(message)) === 'more' ? 'look' : 'rest';
    } catch (error) {
      await this.fail(message, error).catch((failure: unknown) =>
        log.error({ err: failure, id: message.id }, 'the outbox could not be written; the message is tried again'),
      );
      return 'look';
    }
  }

  private async fail({ id, tries, channel, conversationId }: OutgoingMessage, error: unknown): Promise<void> {
    const { outbox, clock, ids, log } = this.deps;
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const after = afterFailure(error, tries, Number(ids.digits(3)) / 1_000);
    log.warn({ err: error, id, channel, conversationId, tries, after }, 'a message was not delivered');
    if (after.kind === 'set-aside') await outbox.setAside(id, why);
    else await outbox.tryAgain(id, later(clock.now(), after.inMs), why);
  }

  private async sleep(): Promise<void> {
    const dueAt = await this.deps.outbox.nextDueAt();
    const untilDue = dueAt ? dueAt.getTime() - this.deps.clock.now().getTime() : LOOK_EVERY_MS;
    // What is due and was not claimed is another server's, or waits behind another message.
    this.sleepFor(untilDue > 0 ? Math.min(untilDue, LOOK_EVERY_MS) : LOOK_EVERY_MS);
  }

  private sleepFor(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.wake();
    }, milliseconds);
    this.timer.unref();
  }
}

/** A courier that does not hear the signal is left behind: its place is another message's, and its own is tried again. */
async function withinLimit(courier: Courier, message: OutgoingMessage, limitMs: number): Promise<void> {
  const ended = new AbortController();
  try {
    const brought = courier.bring(message, ended.signal);
    await within(limitMs, brought, () => new NotDelivered(`no answer within ${limitMs} ms`));
  } finally {
    ended.abort();
  }
}

function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds);
}
