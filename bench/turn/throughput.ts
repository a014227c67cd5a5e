import type { Measured } from '../bench';
import { mean, median } from '../statistics';
import type { DoorName } from '../load/load-generator';
import type { LoadProcess } from '../load/load-process';

export const CONVERSATIONS = 200;
const CONNECTIONS = 10;
const DOORS = ['echo', 'direct-line', 'messages'] as const;

interface Round {
  turnsPerSecond: number;
  /** Milliseconds from sending to the answer's arrival. */
  meanTime: number;
  errors: number;
}

/** As many turns as each can: ten connections, each of which says the next thing when the last is answered. */
export async function compareThroughput(
  load: LoadProcess,
  { rounds, seconds }: { rounds: number; seconds: number },
  tell: (line: string) => void,
): Promise<Measured> {
  const measured: Record<DoorName, Round>[] = [];
  // The first round warms all up.
  for (let round = 0; round <= rounds; round++) {
    const echo = await applyTo('echo', load, seconds);
    const directLine = await applyTo('direct-line', load, seconds);
    const messages = await applyTo('messages', load, seconds);
    if (round > 0) measured.push({ echo, 'direct-line': directLine, messages });
    const rates = [echo, directLine, messages].map(({ turnsPerSecond }) => Math.round(turnsPerSecond));
    tell(
      `throughput, round ${round} of ${rounds}: echo ${rates[0]}, Direct Line ${rates[1]}, messages ${rates[2]} turns/s`,
    );
  }
  const of = (read: (round: Record<DoorName, Round>) => number) => median(measured.map(read));
  return {
    figures: {
      echo_rps: of(({ echo }) => echo.turnsPerSecond),
      directline_rps: of((round) => round['direct-line'].turnsPerSecond),
      messages_rps: of(({ messages }) => messages.turnsPerSecond),
      echo_mean_ms: of(({ echo }) => echo.meanTime),
      directline_mean_ms: of((round) => round['direct-line'].meanTime),
      messages_mean_ms: of(({ messages }) => messages.meanTime),
      throughput_errors: measured
        .flatMap((round) => DOORS.map((door) => round[door].errors))
        .reduce((a, b) => a + b, 0),
    },
    ratios: {
      directline_rps_vs_echo: of((round) => round['direct-line'].turnsPerSecond / round.echo.turnsPerSecond),
      messages_time_vs_echo: of(({ messages, echo }) => messages.meanTime / echo.meanTime),
      messages_rps_vs_echo: of(({ messages, echo }) => messages.turnsPerSecond / echo.turnsPerSecond),
    },
  };
}

async function applyTo(door: DoorName, load: LoadProcess, seconds: number): Promise<Round> {
  const outcome = await load.apply(door, {
    kind: 'closed',
    connections: CONNECTIONS,
    conversations: CONVERSATIONS,
    until: { seconds },
  });
  const { times, errors } = outcome;
  return { turnsPerSecond: times.length / outcome.seconds, meanTime: mean(times), errors };
}
