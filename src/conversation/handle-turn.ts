import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { DialogPorts } from '../../dialogs/ports';
import { Reply } from '../../dialogs/reply';
import type {
  ConversationStore,
  InboxEntry,
  Json,
  NewInboxEntry,
  NewMessage,
  StoredConversation,
  TurnCommit,
} from '../storage/conversation-store';
import type { Metrics } from '../insights/metrics';
import type { Clock, Ids } from './ports';
import { toActivity } from './reply-activity';
import { type DialogRun, runDialogs } from './run-dialogs';
import { within } from './within';

/** Nobody waits longer for the dialogs; a kind sentence takes their place. */
const TURN_LIMIT_MS = 10_000;

/** What a turn comes to, by the dialogs or by an apology. */
type TurnRun = Omit<DialogRun, 'state'> & { state: unknown };

export interface TurnDeps {
  store: ConversationStore;
  clock: Clock;
  ids: Ids;
  log: Logger;
  metrics: Pick<Metrics, 'startTurn'>;
  /** One version of everything the dialogs read, this conversation's tickets among it; asked for once a run. */
  dialogPorts(conversationId: string, at: Date): Promise<DialogPorts>;
  /** Another limit than the usual one. */
  turnLimitMs?: number;
}

/** All that a turn reads. */
interface Snapshot {
  entry: NewInboxEntry;
  at: Date;
  stored: StoredConversation | undefined;
  ports: DialogPorts;
}

/** READ THIS FIRST. One activity, everything it changes, and the replies to it:
 *  read a snapshot, run the dialogs outside any transaction, commit all of it at once. Somebody else wrote meanwhile: the
 *  turn runs again on what they left. The caller has taken the conversation's place in line. An activity without a place in
 *  the inbox was not kept yet: it is kept with its answer. */
export async function handleTurn(
  entry: InboxEntry | NewInboxEntry,
  deps: TurnDeps,
  run = answerOrApologise,
): Promise<'committed' | 'repeat'> {
  const at = deps.clock.now();
  for (;;) {
    const [ports, stored] = await Promise.all([
      deps.dialogPorts(entry.conversationId, at),
      deps.store.loadConversation(entry.conversationId),
    ]);
    const result = resultOf(
      entry,
      await run({ entry, at, stored, ports }, deps),
      at,
      ports.knowledge.version,
      deps.ids,
    );
    const outcome = await deps.store.commitTurn(result, stored?.version ?? 0);
    if (outcome !== 'conflict') return outcome;
  }
}

async function answerOrApologise(snapshot: Snapshot, deps: TurnDeps): Promise<TurnRun> {
  try {
    return await answerWithin(deps.turnLimitMs ?? TURN_LIMIT_MS, snapshot);
  } catch (error) {
    return apologise(snapshot, deps, error);
  }
}

/** Rejects where the dialogs fail or take longer than that. They only read: what a late one says is heard by nobody. */
export async function answerWithin(limitMs: number, { entry, at, stored, ports }: Snapshot): Promise<TurnRun> {
  const { activityId: turnName, channel } = entry;
  const activity = entry.activity as Partial<Activity>;
  const run = runDialogs({ activity, channel, turnName, at, stored: stored?.state, ports });
  return within(limitMs, run, () => new Error(`the dialogs took longer than ${limitMs} ms`));
}

export function onlyApologise(snapshot: Snapshot, deps: TurnDeps): Promise<TurnRun> {
  return Promise.resolve(apologise(snapshot, deps, new Error('given up')));
}

/** An error of ours is said kindly, with a reference that the log knows; the state stays as it was and nothing counts. */
function apologise(
  { entry: { conversationId }, stored, ports: { texts } }: Snapshot,
  { ids, log }: TurnDeps,
  error: unknown,
): TurnRun {
  const reference = ids.uuid().slice(-8);
  log.error({ err: error, reference, conversationId }, 'a turn failed');
  const reply = new Reply(texts);
  reply.say('error.failed', { reference });
  reply.offerMenu('other-ways');
  const events = [{ kind: 'turn-failed' as const, data: { reference } }];
  return { state: stored?.state ?? null, reply, events, tickets: [], ticketMessages: [] };
}

function resultOf(
  entry: InboxEntry | NewInboxEntry,
  run: TurnRun,
  at: Date,
  knowledgeVersion: string,
  ids: Ids,
): TurnCommit {
  const { conversationId, channel, activityId } = entry;
  const activity = entry.activity as { type?: string };
  const incoming: NewMessage[] =
    activity.type === 'message' ? [{ id: activityId, author: 'person', activity: entry.activity }] : [];
  const id = ids.uuid();
  const said = toActivity(run.reply, { id, at, conversationId, channel, replyToId: activityId });
  return {
    conversationId,
    channel,
    answers: 'place' in entry ? entry.place : entry,
    at,
    state: run.state as Json,
    messages: [...incoming, ...(said ? [{ id, author: 'bot' as const, activity: said as unknown as Json }] : [])],
    events: run.events.map(({ kind, data }) => ({ id: ids.uuid(), kind, knowledgeVersion, data })),
    tickets: run.tickets,
    ticketMessages: run.ticketMessages.map((message) => ({ id: ids.uuid(), ...message })),
  };
}
