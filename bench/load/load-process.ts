import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, Outcome } from './load';
import type { DoorName, Order, Report } from './load-generator';

/** The load generator, seen from the process that gives the orders: one at a time. */
export class LoadProcess {
  private readonly child: ChildProcess = fork(join(__dirname, 'load-generator.js'));
  private readonly ended = new AbortController();
  private readonly kill = () => void this.child.kill('SIGKILL');

  constructor() {
    process.once('exit', this.kill);
    this.child.once('exit', () => this.ended.abort(new Error('the load generator has ended')));
  }

  async open(door: DoorName, address: string, conversations: number): Promise<void> {
    await this.order({ kind: 'open', door, address, conversations });
  }

  async apply(door: DoorName, load: Load): Promise<Outcome> {
    const outcome = await this.order({ kind: 'apply', door, load });
    if (!outcome) throw new Error('the load generator measured nothing');
    return outcome;
  }

  stop(): void {
    this.kill();
    process.removeListener('exit', this.kill);
  }

  private async order(order: Order): Promise<Outcome | null> {
    const reported = once(this.child, 'message', { signal: this.ended.signal });
    this.child.send(order);
    const [report] = (await reported) as [Report];
    if ('problem' in report) throw new Error(report.problem);
    return report.outcome;
  }
}
