import { messageFor } from './messages';
import { openBotFramework } from './bot-framework-door';
import { type ConnectorStub, startConnector } from './connector-stub';
import { openDirectLine } from './direct-line-door';
import type { Door } from './door';
import { apply, type Load, type Outcome } from './load';

/** Who makes the load: a process of its own, so that it takes no time from what it measures. Told what to do by its parent. */
export type Order =
  | { kind: 'open'; door: DoorName; address: string; conversations: number }
  | { kind: 'apply'; door: DoorName; load: Load };

export type DoorName = 'echo' | 'direct-line' | 'messages';
export type Report = { outcome: Outcome | null } | { problem: string };

let connector: Promise<ConnectorStub> | undefined;
const doors = new Map<DoorName, { door: Door; said: number[] }>();

async function obey(order: Order): Promise<Outcome | null> {
  if (order.kind === 'open') {
    await open(order);
    return null;
  }
  const opened = doors.get(order.door);
  if (!opened) throw new Error(`${order.door} is not open`);
  const { door, said } = opened;
  return apply(order.load, (conversation) => {
    const turn = said[conversation] ?? 0;
    said[conversation] = turn + 1;
    return door.say(conversation, messageFor(conversation, turn));
  });
}

/** With new people; those who were there leave. */
async function open({ door: name, address, conversations }: Extract<Order, { kind: 'open' }>): Promise<void> {
  doors.get(name)?.door.close();
  const door =
    name === 'direct-line'
      ? await openDirectLine(address, conversations)
      : openBotFramework(address, await (connector ??= startConnector()));
  doors.set(name, { door, said: Array.from({ length: conversations }, () => 0) });
}

process.on('message', (order: Order) => {
  void obey(order).then(
    (outcome) => process.send?.({ outcome } satisfies Report),
    (error: unknown) => process.send?.({ problem: String(error) } satisfies Report),
  );
});
