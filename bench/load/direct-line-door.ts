import { WebSocket } from 'ws';
import { Arrivals } from './arrivals';
import type { Door } from './door';
import { postJson } from './post-json';

interface Opened {
  conversationId: string;
  token: string;
  streamUrl: string;
}

interface ActivitySet {
  activities: { from?: { role?: string }; replyToId?: string; text?: string }[];
}

/** Talks as the widget does: a POST for each message, the answer over the conversation's own WebSocket. */
export async function openDirectLine(address: string, conversations: number): Promise<Door> {
  const arrivals = new Arrivals();
  const opened: Opened[] = [];
  const sockets: WebSocket[] = [];
  // One after the other: a hundred people do not arrive in the same millisecond.
  for (let begun = 0; begun < conversations; begun++) {
    const conversation = (await postJson(`${address}/directline/conversations`, {})) as Opened;
    opened.push(conversation);
    sockets.push(await follow(conversation.streamUrl, arrivals));
  }
  return {
    async say(conversation, text) {
      const { conversationId, token } = opened[conversation] as Opened;
      const url = `${address}/directline/conversations/${conversationId}/activities`;
      const sent = performance.now();
      const { id } = (await postJson(url, { type: 'message', text }, token)) as { id: string };
      return (await arrivals.next(id)) - sent;
    },
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Resolves when the greeting has come. */
async function follow(streamUrl: string, arrivals: Arrivals): Promise<WebSocket> {
  const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
  const greeted = new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
  socket.on('message', (data: Buffer) => {
    const { activities } = JSON.parse(data.toString()) as ActivitySet;
    for (const { from, replyToId, text } of activities) {
      if (from?.role === 'bot' && replyToId !== undefined && text) arrivals.arrived(replyToId);
    }
  });
  await greeted;
  return socket;
}
