import type { Kysely } from 'kysely';
import type { AdvisorStore } from '../../src/storage/advisor-store';
import { KyselyAdvisorStore } from '../../src/storage/kysely-advisor-store';
import type { Tables } from '../../src/storage/tables';
import { testedDatabases } from './databases';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const CAMILLE = { id: 'advisor-1', login: 'camille', name: 'Camille, conseillère' };
const SACHA = { id: 'advisor-2', login: 'sacha', name: 'Sacha, conseiller' };

/** Every store keeps these promises, on every database. */
describe.each(testedDatabases())('$name', (database) => {
  const open = () => database.open();
  let db: Kysely<Tables>;
  let store: AdvisorStore;

  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => {
    db = await open();
    store = new KyselyAdvisorStore(db);
    await store.createAdvisor({ ...CAMILLE, passwordHash: null, createdAt: at('08:00:00') });
  });
  afterEach(() => database.close(db));

  describe('advisors', () => {
    test('are counted', async () => {
      expect(await store.countAdvisors()).toBe(1);
      await store.createAdvisor({ ...SACHA, passwordHash: null, createdAt: at('08:00:00') });
      expect(await store.countAdvisors()).toBe(2);
      expect(await new KyselyAdvisorStore(await open()).countAdvisors()).toBe(0);
    });

    test('are found by login, with the hash of their password, and by id without it', async () => {
      await store.createAdvisor({ ...SACHA, passwordHash: 'hash', createdAt: at('08:00:00') });
      expect(await store.advisorByLogin('camille')).toEqual({ ...CAMILLE, passwordHash: null });
      expect(await store.advisorByLogin('sacha')).toEqual({ ...SACHA, passwordHash: 'hash' });
      expect(await store.advisor('advisor-2')).toEqual(SACHA);
      expect(await store.advisorByLogin('nobody')).toBeUndefined();
      expect(await store.advisor('nobody')).toBeUndefined();
    });

    test('have a login of their own: a second one changes nothing', async () => {
      const second = { ...SACHA, login: 'camille', passwordHash: 'hash', createdAt: at('08:00:00') };
      expect(await store.createAdvisor(second)).toBe('login-taken');
      expect(await store.advisorByLogin('camille')).toEqual({ ...CAMILLE, passwordHash: null });
      expect(await store.advisor('advisor-2')).toBeUndefined();
    });

    test('made ten at once under one login are one', async () => {
      const made = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          store.createAdvisor({ ...SACHA, id: `new-${n}`, passwordHash: null, createdAt: at('08:00:00') }),
        ),
      );
      expect(made.filter((outcome) => outcome === 'created')).toHaveLength(1);
      expect(await store.countAdvisors()).toBe(2);
    });

    test('choose a password, and another one', async () => {
      await store.setPassword('advisor-1', 'one');
      await store.setPassword('advisor-1', 'two');
      expect(await store.advisorByLogin('camille')).toMatchObject({ passwordHash: 'two' });
    });

    test('that do not exist have no password', async () => {
      await expect(store.setPassword('nobody', 'one')).rejects.toHaveProperty('message');
    });
  });

  describe('a link', () => {
    const link = { hash: 'link', advisorId: 'advisor-1', expiresAt: at('10:00:00.000') };

    test('is used once', async () => {
      await store.saveLink(link);
      expect(await store.useLink('link', at('09:00:00'))).toBe('advisor-1');
      expect(await store.useLink('link', at('09:00:00'))).toBeUndefined();
    });

    test('is used once, however many try at once', async () => {
      await store.saveLink(link);
      const used = await Promise.all(Array.from({ length: 20 }, () => store.useLink('link', at('09:00:00'))));
      expect(used.filter(Boolean)).toEqual(['advisor-1']);
    });

    test.each([
      ['a moment before it ends', '09:59:59.999', 'advisor-1'],
      ['when it ends', '10:00:00.000', undefined],
      ['afterwards', '10:00:00.001', undefined],
    ])('%s', async (_, time, advisorId) => {
      await store.saveLink(link);
      expect(await store.useLink('link', at(time))).toBe(advisorId);
    });

    test('that nobody made opens nothing', async () => {
      expect(await store.useLink('unknown', at('09:00:00'))).toBeUndefined();
    });

    test('used up leaves the others open', async () => {
      await store.createAdvisor({ ...SACHA, passwordHash: null, createdAt: at('08:00:00') });
      await store.saveLink(link);
      await store.saveLink({ ...link, hash: 'other', advisorId: 'advisor-2' });
      await store.useLink('link', at('09:00:00'));
      expect(await store.useLink('other', at('09:00:00'))).toBe('advisor-2');
    });

    test('that ended is forgotten, and no other', async () => {
      await store.saveLink(link);
      await store.saveLink({ ...link, hash: 'other', expiresAt: at('10:00:00.001') });
      await store.forgetExpired({ links: at('10:00:00.000'), lastSeen: at('00:00:00'), begun: at('00:00:00') });
      // Asked as of a moment at which both would still open something.
      expect(await store.linkOwner('link', at('09:00:00'))).toBeUndefined();
      expect(await store.linkOwner('other', at('09:00:00'))).toBe('advisor-1');
    });

    test('ends with a new password, its advisor’s only', async () => {
      await store.createAdvisor({ ...SACHA, passwordHash: null, createdAt: at('08:00:00') });
      await store.saveLink(link);
      await store.saveLink({ ...link, hash: 'other', advisorId: 'advisor-2' });
      await store.setPassword('advisor-1', 'one');
      expect(await store.useLink('link', at('09:00:00'))).toBeUndefined();
      expect(await store.useLink('other', at('09:00:00'))).toBe('advisor-2');
    });
  });

  describe('a session', () => {
    const session = { advisorId: 'advisor-1', createdAt: at('09:00:00'), lastSeenAt: at('09:00:00') };

    test('is found by its hash until it ends', async () => {
      await store.saveSession({ hash: 's1', ...session });
      expect(await store.session('s1')).toEqual(session);
      expect(await store.session('s2')).toBeUndefined();
      await store.endSession('s1');
      expect(await store.session('s1')).toBeUndefined();
      await expect(store.endSession('s1')).resolves.toBeUndefined();
    });

    test('knows when it was last seen', async () => {
      await store.saveSession({ hash: 's1', ...session });
      await store.saveSession({ hash: 's2', ...session });
      await store.touchSession('s1', at('09:30:00'));
      expect(await store.session('s1')).toEqual({ ...session, lastSeenAt: at('09:30:00') });
      expect(await store.session('s2')).toEqual(session);
    });

    test('touched after its end stays ended', async () => {
      await store.touchSession('s1', at('09:30:00'));
      expect(await store.session('s1')).toBeUndefined();
    });

    test('ends with all of its advisor’s, and no other’s', async () => {
      await store.createAdvisor({ ...SACHA, passwordHash: null, createdAt: at('08:00:00') });
      await store.saveSession({ hash: 's1', ...session });
      await store.saveSession({ hash: 's2', ...session });
      await store.saveSession({ hash: 's3', ...session, advisorId: 'advisor-2' });
      await store.endSessionsOf('advisor-1');
      expect(await store.session('s1')).toBeUndefined();
      expect(await store.session('s2')).toBeUndefined();
      expect(await store.session('s3')).toMatchObject({ advisorId: 'advisor-2' });
    });

    test('is forgotten when it was not seen for too long, or began too long ago', async () => {
      await store.saveSession({ hash: 'idle', ...session, lastSeenAt: at('09:30:00') });
      await store.saveSession({ hash: 'old', ...session, createdAt: at('01:00:00'), lastSeenAt: at('10:00:00') });
      await store.saveSession({
        hash: 'used',
        ...session,
        createdAt: at('01:00:00.001'),
        lastSeenAt: at('09:30:00.001'),
      });
      await store.forgetExpired({ links: at('10:00:00'), lastSeen: at('09:30:00'), begun: at('01:00:00') });
      expect(await store.session('idle')).toBeUndefined();
      expect(await store.session('old')).toBeUndefined();
      expect(await store.session('used')).toMatchObject({ advisorId: 'advisor-1' });
    });

    test('of nobody is not kept', async () => {
      // Not toThrow: better-sqlite3 keeps the Error class of the first test file of its process, which is none to another.
      await expect(store.saveSession({ hash: 's1', ...session, advisorId: 'nobody' })).rejects.toHaveProperty(
        'message',
      );
    });
  });
});
