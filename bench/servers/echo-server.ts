import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { EchoBot } from './echo-bot';

/** The echo bot as a server, in its own process: CloudAdapter behind express, no app id, as the SDK's samples have it. */
const bot = new EchoBot();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = express();
app.post('/api/messages', express.json(), (request, response) =>
  adapter.process(request, response, (context) => bot.run(context)),
);
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Echo: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
