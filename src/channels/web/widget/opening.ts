import type { Activity } from './activity';
import type { DirectLine } from './direct-line';
import { Line } from './line';
import type { Session, SessionKeeper } from './session';

/** `replaced`: the conversation kept from before is gone, this is a new one, and the person must be told. */
export type Opening =
  | {
      kind: 'opened';
      how: 'new' | 'resumed' | 'replaced';
      line: Line;
      streamUrl: string | undefined;
      fileMegabytes: number | undefined;
      activities: Activity[];
      /** How many of them came while nobody was here to see them. */
      missed: number;
    }
  | { kind: 'unreachable'; message: string | undefined };

const unreachable: Opening = { kind: 'unreachable', message: undefined };
/** Without a stream the transcript is read again and again; without a limit no file is offered. */
const NOTHING = { streamUrl: undefined, fileMegabytes: undefined };

/** Takes up the conversation kept from before the reload, or starts one. Never throws. */
export async function openConversation(
  server: DirectLine,
  kept: Session | undefined,
  keeper: SessionKeeper,
): Promise<Opening> {
  if (!kept) return start(server, keeper, 'new');
  const resumed = await resume(server, keeper, kept);
  return resumed === 'gone' ? start(server, keeper, 'replaced') : resumed;
}

async function start(server: DirectLine, keeper: SessionKeeper, how: 'new' | 'replaced'): Promise<Opening> {
  const token = await server.generateToken();
  const started = token.kind === 'done' ? await server.start(token.value) : token;
  if (started.kind === 'refused') return { kind: 'unreachable', message: started.message };
  if (started.kind === 'unreachable') return unreachable;
  const { streamUrl, fileMegabytes, ...session } = started.value;
  return {
    kind: 'opened',
    how,
    line: new Line(server, session, keeper),
    streamUrl,
    fileMegabytes,
    activities: [],
    missed: 0,
  };
}

async function resume(server: DirectLine, keeper: SessionKeeper, kept: Session): Promise<Opening | 'gone'> {
  const line = new Line(server, kept, keeper);
  const renewed = await line.refresh();
  const transcript = renewed.kind === 'done' ? await line.readAll() : renewed;
  if (transcript.kind === 'gone') return 'gone';
  if (transcript.kind !== 'done') return unreachable;
  const reopened = await line.reopen();
  const { streamUrl, fileMegabytes } = reopened.kind === 'done' ? reopened.value : NOTHING;
  const activities = transcript.value;
  // The server numbers the activities of a conversation from 1, without gaps: the watermark is how many had been given.
  const missed = activities.slice(Number(kept.watermark ?? 0)).filter(({ author }) => author === 'assistant').length;
  return { kind: 'opened', how: 'resumed', line, streamUrl, fileMegabytes, activities, missed };
}
