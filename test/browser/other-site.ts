import { createServer } from 'node:http';

/** A site of somebody else's, on an origin of its own. */
export interface OtherSite {
  origin: string;
  /** What its pages hold; asked for at each request. */
  show(body: string): void;
  stop(): Promise<void>;
}

/** Serves one page under the strictest policy that still lets the chat's server in. `guichet` is known only later. */
export async function startOtherSite(guichet: () => string): Promise<OtherSite> {
  let body = '';
  const server = createServer((_request, response) => {
    const origin = guichet();
    const policy = [
      "default-src 'self'",
      `script-src ${origin}`,
      `connect-src ${origin} ${origin.replace(/^http/, 'ws')}`,
      "style-src 'self'",
      "require-trusted-types-for 'script'",
    ];
    response.setHeader('Content-Security-Policy', policy.join('; '));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A site</title><body><h1>A site</h1>${body}</body></html>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  return {
    origin: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    show: (shown) => (body = shown),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
