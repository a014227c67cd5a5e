import type { Activity } from './activity';
import type { DirectLine } from './direct-line';
import { Line } from './line';
import type { Session } from './session';

/** `replaced`: the conversation kept from before is gone, this is a new one, and the person must be told. */
export type Opening =
  | {
      kind: 'opened';
      how: 'new' | 'resumed' | 'replaced';
      line: Line;
      streamUrl: string | undefined;
      activities: Activity[];
    }
  | { kind: 'unreachable'; message: string | undefined };

const unreachable: Opening = { kind: 'unreachable', message: undefined };

/** Takes up the conversation kept from before the reload, or starts one. Never throws. */
export async function openConversation(server: DirectLine, kept: Session | undefined): Promise<Opening> {
  if (!kept) return start(server, 'new');
  const resumed = await resume(server, kept);
  return resumed === 'gone' ? start(server, 'replaced') : resumed;
}

async function start(server: DirectLine, how: 'new' | 'replaced'): Promise<Opening> {
  const token = await server.generateToken();
  const started = token.kind === 'done' ? await server.start(token.value) : token;
  if (started.kind === 'refused') return { kind: 'unreachable', message: started.message };
  if (started.kind === 'unreachable') return unreachable;
  const { streamUrl, ...session } = started.value;
  return { kind: 'opened', how, line: new Line(server, session), streamUrl, activities: [] };
}

async function resume(server: DirectLine, kept: Session): Promise<Opening | 'gone'> {
  const line = new Line(server, kept);
  const renewed = await line.refresh();
  const transcript = renewed.kind === 'done' ? await line.readAll() : renewed;
  if (transcript.kind === 'gone') return 'gone';
  if (transcript.kind !== 'done') return unreachable;
  const stream = await line.streamUrl();
  const streamUrl = stream.kind === 'done' ? stream.value : undefined;
  return { kind: 'opened', how: 'resumed', line, streamUrl, activities: transcript.value };
}
