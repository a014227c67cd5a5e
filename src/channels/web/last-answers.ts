import type { Server, ServerResponse } from 'node:http';

/** From the moment it is called every answer of this server, also to what is under way, ends its connection: a client that kept
 *  it would send its next request to a server that is no longer there. */
export function lastAnswers(server: Server): () => void {
  const open = new Set<ServerResponse>();
  let last = false;
  const end = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  server.prependListener('request', (_request, response) => {
    if (last) end(response);
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return () => {
    last = true;
    open.forEach(end);
  };
}
