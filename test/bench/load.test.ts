import { Arrivals } from '../../bench/load/arrivals';
import { apply } from '../../bench/load/load';
import { percentile } from '../../bench/statistics';

describe('a closed load', () => {
  const load = { kind: 'closed', connections: 2, conversations: 4, until: { turns: 9 } } as const;

  it('goes around all conversations, each on one connection, never two turns of a connection at once', async () => {
    const said: number[] = [];
    let underWay = 0;
    const { times, errors } = await apply(load, async (conversation) => {
      said.push(conversation);
      expect(++underWay).toBeLessThanOrEqual(load.connections);
      await new Promise(setImmediate);
      underWay--;
      return 5;
    });
    expect({ errors, times }).toEqual({ errors: 0, times: Array.from({ length: 9 }, () => 5) });
    expect(new Set(said)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('counts what is not answered, and goes on', async () => {
    let turn = 0;
    const { times, errors } = await apply(load, async () => {
      if (++turn % 3 === 0) throw new Error('no answer');
      return 1;
    });
    expect({ errors, answered: times.length }).toEqual({ errors: 3, answered: 6 });
  });
});

it('an open load does not wait for answers', async () => {
  let underWay = 0;
  const release: (() => void)[] = [];
  const applied = apply({ kind: 'open', perSecond: 1_000, conversations: 3, seconds: 0.005 }, () => {
    if (++underWay === 5) for (const letGo of release) letGo();
    return underWay === 5 ? Promise.resolve(1) : new Promise((resolve) => release.push(() => resolve(1)));
  });
  expect((await applied).times).toHaveLength(5);
});

describe('an answer and who waits for it', () => {
  it('find each other, whichever is first', async () => {
    const arrivals = new Arrivals();
    arrivals.arrived('early');
    const late = arrivals.next('late');
    arrivals.arrived('late');
    expect(await arrivals.next('early')).toBeLessThanOrEqual(await late);
  });

  it('do so once for each', async () => {
    const arrivals = new Arrivals();
    const [first, second] = [arrivals.next('same'), arrivals.next('same')];
    arrivals.arrived('same');
    arrivals.arrived('same');
    expect(await first).toBeLessThanOrEqual(await second);
    const before = performance.now();
    const third = arrivals.next('same');
    arrivals.arrived('same');
    expect(await third).toBeGreaterThanOrEqual(before);
  });
});

it('percentiles are of the values in order, and of none there is none', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 51, 100, 100]);
  expect(() => percentile([], 0.5)).toThrow('nothing was measured');
});
