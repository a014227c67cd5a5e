import { once } from 'node:events';
import { WebSocket } from 'ws';

const BYTES_PER_MB = 2 ** 20;

interface InspectorAnswer {
  id: number;
  result: { usedSize?: number };
}

/** The heap of another process, which was started with `--inspect`. */
export class Heap {
  private lastId = 0;

  private constructor(private readonly socket: WebSocket) {}

  /** `output`: what the process has written; its inspector tells its address there. */
  static async of(output: string): Promise<Heap> {
    const address = /Debugger listening on (ws:\S+)/.exec(output)?.[1];
    if (address === undefined) throw new Error('the process has no inspector');
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new Heap(socket);
  }

  /** Megabytes in use after a forced collection. */
  async usedAfterCollection(): Promise<number> {
    // Twice: what the first run of finalizers lets go of is gone after the second.
    for (let time = 0; time < 2; time++) await this.ask('HeapProfiler.collectGarbage');
    const { usedSize } = await this.ask('Runtime.getHeapUsage');
    if (usedSize === undefined) throw new Error('the inspector told no heap');
    return usedSize / BYTES_PER_MB;
  }

  close(): void {
    this.socket.terminate();
  }

  /** One question at a time: the next message is the answer. */
  private async ask(method: string): Promise<InspectorAnswer['result']> {
    const answered = once(this.socket, 'message');
    this.socket.send(JSON.stringify({ id: ++this.lastId, method }));
    const [data] = (await answered) as [Buffer];
    return (JSON.parse(data.toString()) as InspectorAnswer).result;
  }
}
