import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** From the moment it is called every answer of this server, also to what is under way, ends its connection: a client that kept
 *  it would send its next request to a server that is no longer there. */
export function lastAnswers(server: Server): () => void {
  // By connection, and the last one stays until the next: a set that each answer enters and leaves keeps many of them in memory
  // until a full garbage collection (docs/benchmarks.md).
  const answers = new Map<Socket, ServerResponse>();
  let last = false;
  const end = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.on('connection', (socket) => socket.once('close', () => answers.delete(socket)));
  server.prependListener('request', ({ socket }, response) => {
    if (last) end(response);
    answers.set(socket, response);
  });
  return () => {
    last = true;
    answers.forEach(end);
  };
}
