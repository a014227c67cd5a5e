import { contactsCommand } from '../../src/contacts/contacts-command';
import { contactBook, fundBook } from './real-book';

const TOPICS: Record<string, string[]> = {
  'vitale-perdue': ['compte-ameli', 'telephone'],
  'compte-creer': ['telephone', 'accueil'],
};
const book = contactBook();
const funds = fundBook();

/** What the command answers and says. */
function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = contactsCommand(args, {
    book,
    funds,
    contactsOf: (topic) => TOPICS[topic],
    describe: ({ id, open }) => `${id} ${open}`,
    now: new Date('2026-03-02T10:30:00+01:00'),
    print: (line) => out.push(line),
    complain: (line) => errors.push(line),
  });
  return { code, out, errors };
}

function ask(...args: string[]): unknown {
  const { code, out, errors } = run('--json', ...args);
  expect([code, errors, out.length]).toEqual([0, [], 1]);
  return JSON.parse(out[0] ?? '');
}

test('one JSON array, ranked, with times in the offset of the place', () => {
  const answer = ask('--topic', 'compte-creer', '--postcode', '97400', '--at', '2026-03-02T09:00:00+04:00');
  expect(answer).toEqual([
    {
      id: 'telephone',
      open: true,
      opensAt: null,
      closesAt: '2026-03-02T16:00:00+04:00',
      reason: 'un conseiller au téléphone',
    },
    { id: 'accueil', open: null, opensAt: null, closesAt: null, reason: expect.any(String) as string },
    { id: 'compte-ameli', open: true, opensAt: null, closesAt: null, reason: 'ouvert à toute heure' },
    { id: 'rendez-vous', open: true, opensAt: null, closesAt: null, reason: expect.any(String) as string },
    { id: 'message-ameli', open: true, opensAt: null, closesAt: null, reason: expect.any(String) as string },
    { id: 'relais-sourds', open: null, opensAt: null, closesAt: null, reason: expect.any(String) as string },
    { id: 'courrier', open: true, opensAt: null, closesAt: null, reason: expect.any(String) as string },
  ]);
});

test('closed: when it opens', () => {
  expect(ask('--topic', 'compte-creer', '--postcode', '97200', '--at', '2026-05-22T10:00:00-04:00')).toContainEqual(
    expect.objectContaining({ id: 'telephone', open: false, opensAt: '2026-05-26T07:00:00-04:00', closesAt: null }),
  );
});

const ids = (...args: string[]) => (ask(...args) as { id: string }[]).map(({ id }) => id);

test('no voice for who cannot phone, and the relay first', () => {
  const found = ids('--topic', 'compte-creer', '--postcode', '75001', '--cannot-phone');
  expect(found[0]).toBe('relais-sourds');
  expect(found).not.toContain('telephone');
});

test('abroad: its own number, with a French postcode or without', () => {
  for (const more of [[], ['--postcode', '75001']]) {
    const found = ids('--abroad', ...more);
    expect(found).toContain('telephone-etranger');
    expect(found).not.toContain('telephone');
  }
});

test('Mayotte never hears of the 36 46', () => {
  expect(ids('--topic', 'compte-creer', '--postcode', '97600')).not.toContain('telephone');
});

test('a time without offset is the time there', () => {
  const there = ask('--postcode', '97110', '--at', '2026-03-02T08:00:00');
  expect(there).toEqual(ask('--postcode', '97110', '--at', '2026-03-02T08:00:00-04:00'));
});

test('nothing said: metropole, now', () => {
  expect(ask()).toEqual(ask('--postcode', '75001', '--at', '2026-03-02T10:30:00+01:00'));
});

test.each([
  [['--topic', 'inconnu']],
  [['--topic', '']],
  [['--postcode', '9740']],
  [['--postcode', 'abcde']],
  [['--postcode', '98000']],
  [['--at', 'hier']],
  [['--at', '2026-02-30T10:00:00+01:00']],
  [['--at', '']],
  [['--at']],
  [['--unknown']],
  [['loose']],
])('%p is wrong usage: told on stderr, nothing on stdout', (args) => {
  const { code, out, errors } = run('--json', ...args);
  expect([code, out]).toEqual([2, []]);
  expect(errors).toHaveLength(1);
});

describe('without --json', () => {
  test('the fund, its address with the date, then the contacts in their order', () => {
    const { code, out } = run('--topic', 'compte-creer', '--postcode', '97400');
    expect(code).toBe(0);
    expect(out.slice(0, 4)).toEqual([
      'CGSS de La Réunion, 4 boulevard Doret, CS 53001, 97741 Saint-Denis Cedex 9 (2017-09-11)',
      '',
      '1. telephone true',
      '2. accueil null',
    ]);
  });

  test('communes to choose from, where the postcode does not decide', () => {
    expect(run('--postcode', '13780').out[0]).toBe('Cuges-les-Pins, Riboux ?');
  });

  test('the body that is none of ours', () => {
    expect(run('--postcode', '97500').out[0]).toContain('Saint-Pierre-et-Miquelon');
  });

  test('no fund from abroad, and none where nobody knows it', () => {
    expect(run('--postcode', '75001', '--abroad').out[0]).toMatch(/^1\. /);
    expect(run('--postcode', '59110').out[0]).toMatch(/^1\. /);
  });
});
