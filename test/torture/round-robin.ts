import { connect, createServer, type Socket } from 'node:net';

/** A load balancer at its smallest: each new connection goes to the next server that takes it. */
export interface RoundRobin {
  address: string;
  stop(): Promise<void>;
}

export async function startRoundRobin(ports: readonly number[]): Promise<RoundRobin> {
  let turn = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    return socket;
  };
  const carry = (client: Socket, triesLeft: number) => {
    const server = keep(connect(ports[turn++ % ports.length] ?? 0, '127.0.0.1'));
    let connected = false;
    server.once('connect', () => {
      connected = true;
      client.pipe(server).pipe(client);
    });
    server.once('close', () => {
      if (!connected && triesLeft > 0) carry(client, triesLeft - 1);
      else client.destroy();
    });
    client.once('close', () => server.destroy());
  };
  const listener = createServer((client) => carry(keep(client), ports.length));
  await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
  const bound = listener.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    async stop() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((closed) => listener.close(closed));
    },
  };
}
