import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';

/** A page with Web Chat in it, as Microsoft's documentation puts it there, on an origin of its own. */
export async function serveWebChat(
  bundle: string,
  guichet: () => string,
): Promise<{ origin: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url === '/webchat.js') {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      createReadStream(bundle).pipe(response);
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page(guichet()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  return {
    origin: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function page(guichet: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Web Chat</title>
    <body><div id="webchat" role="main" style="height: 700px"></div>
    <script src="/webchat.js"></script>
    <script>(async () => {
      const domain = '${guichet}/directline';
      const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
      const directLine = WebChat.createDirectLine({ domain, token });
      directLine.connectionStatus$.subscribe((status) => { window.connection = status; });
      WebChat.renderWebChat({ directLine, locale: 'fr-FR', styleOptions: { suggestedActionLayout: 'stacked' } },
        document.getElementById('webchat'));
    })()</script></body></html>`;
}
