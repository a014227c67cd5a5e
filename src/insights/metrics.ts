import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the operator watches, in Prometheus's text format. No label ever holds anything a person wrote. */
export interface Metrics {
  /** Starts the clock of a turn; call the answer with how it ended. */
  startTurn(channel: string): (outcome: 'committed' | 'repeat' | 'failed') => void;
  /** Shows how many emergency numbers are overdue for review; asked at each reading. */
  watchSafetyNumbers(overdue: () => number): void;
  contentType: string;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'guichet_turns_total',
    help: 'Turns, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'guichet_turn_seconds',
    help: 'Time from a turn’s place at the head of the line to its commit',
    labelNames: ['channel'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    startTurn(channel) {
      const stop = seconds.startTimer({ channel });
      return (outcome) => {
        stop();
        turns.inc({ channel, outcome });
      };
    },
    watchSafetyNumbers(overdue) {
      new Gauge({
        name: 'guichet_safety_numbers_overdue',
        help: 'Emergency numbers whose review is more than a year old; they are said all the same',
        registers: [registry],
        collect() {
          this.set(overdue());
        },
      });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
