import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** `black-hole`: nothing arrives and nothing is refused, as behind a cable that was pulled. */
export type Fault = 'none' | 'latency' | 'reset' | 'black-hole' | 'trickle';

export interface FaultProxyOptions {
  target: { host: string; port: number };
  /** How much later the target's words arrive. */
  latencyMs?: number;
  /** Bytes that arrive at once, and the pause behind them. */
  trickle?: { bytes: number; everyMs: number };
}

/** Stands between a client and a server on loopback and breaks the line as it is told. What was under way when the line
 *  is mended arrives then, in order: TCP sends it again. */
export class FaultProxy {
  private fault: Fault = 'none';
  private mended = openPromise();
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => this.carry(client));

  private constructor(private readonly options: Required<FaultProxyOptions>) {}

  static async start({ latencyMs = 2_000, trickle = { bytes: 16, everyMs: 100 }, target }: FaultProxyOptions) {
    const proxy = new FaultProxy({ latencyMs, trickle, target });
    await new Promise<void>((listening) => proxy.server.listen(0, '127.0.0.1', listening));
    return proxy;
  }

  get port(): number {
    const bound = this.server.address();
    return typeof bound === 'object' && bound ? bound.port : 0;
  }

  set(fault: Fault): void {
    this.fault = fault;
    if (fault === 'reset') for (const socket of this.sockets) socket.resetAndDestroy();
    this.mended.resolve();
    this.mended = openPromise();
  }

  async stop(): Promise<void> {
    this.set('reset');
    await new Promise((closed) => this.server.close(closed));
  }

  private carry(client: Socket): void {
    this.keep(client);
    if (this.fault === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const server = this.keep(connect(this.options.target));
    this.pass(client, server, 0);
    this.pass(server, client, this.options.latencyMs);
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    // The other side is told by `pass`.
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  }

  /** One after the other, so that no word overtakes another when the line changes. */
  private pass(from: Socket, to: Socket, latencyMs: number): void {
    let line = Promise.resolve();
    from.on('data', (data) => {
      const arrived = performance.now();
      line = line.then(() => this.deliver(data, to, arrived, latencyMs));
    });
    from.once('end', () => {
      line = line.then(() => void to.end());
    });
    from.once('close', (broken) => broken && to.destroy());
  }

  private async deliver(data: Buffer, to: Socket, arrived: number, latencyMs: number): Promise<void> {
    while (this.fault === 'black-hole') await this.mended.promise;
    if (this.fault === 'latency') await wait(Math.max(0, arrived + latencyMs - performance.now()));
    if (this.fault === 'trickle') await this.drip(data, to);
    else if (to.writable) to.write(data);
  }

  private async drip(data: Buffer, to: Socket): Promise<void> {
    const { bytes, everyMs } = this.options.trickle;
    for (let at = 0; at < data.length && to.writable; at += bytes) {
      to.write(data.subarray(at, at + bytes));
      await wait(everyMs);
    }
  }
}

/** Promise.withResolvers, which Node 20 does not have. */
function openPromise(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((resolved) => (resolve = resolved));
  return { promise, resolve };
}
