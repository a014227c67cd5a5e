import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

export interface Contender {
  name: string;
  /** Its script. */
  bundle: string;
}

/** One server for the pages of all: the same packing, the same distance, for each. `guichet` is known only later. */
export async function serveContenders(
  contenders: readonly Contender[],
  guichet: () => string,
): Promise<{ origin: string; stop(): Promise<void> }> {
  const scripts = new Map(
    contenders.map(({ name, bundle }) => [`/${name}.js`, gzipSync(readFileSync(bundle), { level: 9 })]),
  );
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const script = scripts.get(url);
    if (script) {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Encoding': 'gzip' });
      response.end(script);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(url === '/widget' ? ourPage(guichet()) : webChatPage(url, guichet()));
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

const HEAD =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chat</title>';

function ourPage(guichet: string): string {
  return `${HEAD}<body><guichet-chat id="chat" position="inline" server="${guichet}" style="height: 600px"></guichet-chat>
    <script src="/widget.js"></script></body></html>`;
}

/** As Microsoft's documentation has it: the script, a token, a box. */
function webChatPage(name: string, guichet: string): string {
  return `${HEAD}<body><div id="chat" style="height: 600px"></div><script src="${name}.js"></script>
    <script>(async () => {
      const domain = '${guichet}/directline';
      const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
      const directLine = WebChat.createDirectLine({ domain, token });
      WebChat.renderWebChat({ directLine, locale: 'fr-FR' }, document.getElementById('chat'));
    })()</script></body></html>`;
}
