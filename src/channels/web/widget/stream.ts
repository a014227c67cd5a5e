import type { ActivitySet } from './activity';
import { readActivitySet } from './read-activity';

/** An open or opening socket. `closed` tells, once it is over, whether it ever opened. */
export interface Stream {
  closed: Promise<{ opened: boolean }>;
  close(): void;
}

/** Listens on a conversation's WebSocket. An empty frame is a ping; one that cannot be read is left to polling. */
export function listen(url: string, onOpen: () => void, onSet: (set: ActivitySet) => void): Stream {
  const socket = connect(url);
  if (!socket) return { closed: Promise.resolve({ opened: false }), close: () => undefined };
  let opened = false;
  socket.onopen = () => {
    opened = true;
    onOpen();
  };
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    const json = typeof data === 'string' && data !== '' ? parse(data) : undefined;
    if (json !== undefined) onSet(readActivitySet(json));
  };
  const closed = new Promise<{ opened: boolean }>((resolve) => {
    socket.onclose = () => resolve({ opened });
  });
  return { closed, close: () => socket.close() };
}

/** An address the browser refuses (a proxy that rewrites it, an old policy) throws: polling then does the work. */
function connect(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url);
  } catch {
    return undefined;
  }
}

function parse(frame: string): unknown {
  try {
    return JSON.parse(frame) as unknown;
  } catch {
    return undefined;
  }
}
