import { type AdviceRequest, adviseContacts } from '../../src/contacts/advise';
import { contactBook } from './real-book';

const book = contactBook();
/** A Monday: 10:30 in Paris, 13:30 in La Réunion, 12:30 in Mayotte; night in the Antilles. */
const MORNING = new Date('2026-03-02T10:30:00+01:00');
const NIGHT = new Date('2026-03-02T22:00:00+01:00');

const advise = (request: Partial<AdviceRequest> = {}) =>
  adviseContacts(book, { preferred: [], at: MORNING, ...request });
const ids = (request: Partial<AdviceRequest> = {}) => advise(request).map(({ id }) => id);
const one = (id: string, request: Partial<AdviceRequest> = {}) => advise(request).find((advice) => advice.id === id);

const EVERYTHING = Object.keys(book.contacts);
const TERRITORIES = Object.keys(book.territories);

test('without a territory it is metropole, and what is done online alone comes first', () => {
  expect(ids()).toEqual([
    'compte-ameli',
    'rendez-vous',
    'message-ameli',
    'telephone',
    'relais-sourds',
    'accueil',
    'courrier',
  ]);
});

test('Alsace-Moselle has the contacts of metropole', () => {
  expect(ids({ territory: 'alsace-moselle' })).toEqual(ids());
});

describe('numbers that must not be given', () => {
  const said = (request: Partial<AdviceRequest>) =>
    advise({ preferred: EVERYTHING, ...request })
      .map(({ id, contact, reason }) =>
        [id, contact.name, contact.how, reason, ...Object.values(contact.reasons ?? {})].join(' '),
      )
      .join('\n');

  test.each(['mayotte', 'etranger', 'saint-barthelemy', 'saint-pierre-et-miquelon'])(
    'no 36 46 in %s, in no sentence',
    (territory) => {
      expect(said({ territory })).not.toMatch(/36 46|telephone-national/);
    },
  );

  test('from abroad: the number for abroad, no agency and no appointment', () => {
    const found = ids({ territory: 'etranger', preferred: EVERYTHING });
    expect(found).toContain('telephone-etranger');
    for (const id of ['telephone', 'accueil', 'rendez-vous']) expect(found).not.toContain(id);
  });

  test('the number for abroad is given nowhere else', () => {
    for (const territory of TERRITORIES.filter((id) => id !== 'etranger')) {
      expect(ids({ territory, preferred: EVERYTHING })).not.toContain('telephone-etranger');
    }
  });

  test('Saint-Barthélemy and Saint-Pierre-et-Miquelon: their own body, and post', () => {
    for (const territory of ['saint-barthelemy', 'saint-pierre-et-miquelon']) {
      expect(ids({ territory })).toEqual(['caisse-locale', 'courrier']);
    }
  });
});

describe('where another number takes the place of the 36 46', () => {
  test.each([
    ['mayotte', 'telephone-mayotte'],
    ['etranger', 'telephone-etranger'],
  ])('in %s, a subject for the phone means it', (territory, id) => {
    expect(ids({ territory, preferred: ['telephone', 'courrier'] }).slice(0, 3)).toEqual([
      id,
      'courrier',
      'compte-ameli',
    ]);
  });

  test('it comes once, at the better of its two places', () => {
    expect(
      ids({ territory: 'mayotte', preferred: ['telephone', 'courrier', 'telephone-mayotte'] }).slice(0, 2),
    ).toEqual(['telephone-mayotte', 'courrier']);
  });
});

describe('somebody who cannot phone', () => {
  test.each(TERRITORIES)('no voice contact in %s, whatever the subject prefers', (territory) => {
    const found = advise({ territory, preferred: EVERYTHING, cannotPhone: true });
    expect(found).not.toEqual([]);
    expect(found.filter(({ contact }) => contact.voice)).toEqual([]);
  });

  test('every phone but the relay needs a voice', () => {
    const phones = Object.entries(book.contacts).filter(([, { kind }]) => kind === 'phone');
    expect(phones.filter(([, { voice }]) => !voice).map(([id]) => id)).toEqual(['relais-sourds']);
  });

  test.each(['metropole', 'alsace-moselle', 'reunion', 'guyane', 'mayotte', 'saint-martin', 'etranger'])(
    'the relay first in %s, before what the subject prefers',
    (territory) => {
      expect(ids({ territory, cannotPhone: true, preferred: ['courrier'] }).slice(0, 2)).toEqual([
        'relais-sourds',
        'courrier',
      ]);
    },
  );

  test('at night what is open comes before the relay, and the relay before all that is closed', () => {
    const found = ids({ cannotPhone: true, at: NIGHT });
    expect(found[0]).toBe('compte-ameli');
    expect(found.at(-1)).toBe('relais-sourds');
  });

  test('without that, the relay keeps its place', () => {
    expect(ids()[0]).toBe('compte-ameli');
  });
});

describe('somebody without an ameli account', () => {
  test('what needs one comes behind what does not, also when the subject prefers it', () => {
    expect(ids({ hasAccount: false, preferred: ['compte-ameli', 'telephone'] })).toEqual([
      'telephone',
      'rendez-vous',
      'relais-sourds',
      'accueil',
      'courrier',
      'compte-ameli',
      'message-ameli',
    ]);
  });

  test.each([true, null, undefined])('%p changes nothing', (hasAccount) => {
    expect(ids({ hasAccount, preferred: ['compte-ameli'] })).toEqual(ids({ preferred: ['compte-ameli'] }));
  });
});

describe('on request only', () => {
  test.each(['conseiller', 'telephone-anglais'])('%s', (id) => {
    expect(ids()).not.toContain(id);
    expect(ids({ preferred: [id] })[0]).toBe(id);
  });

  test('our own message is open at any time', () => {
    expect(one('conseiller', { preferred: ['conseiller'], at: NIGHT })?.open).toBe(true);
  });
});

describe('quieter hours', () => {
  test.each([
    ['08:30', true],
    ['09:59', true],
    ['10:00', false],
    ['11:59', false],
    ['12:00', true],
    ['13:59', true],
    ['14:00', false],
    ['16:59', false],
  ])('at %s in metropole: %p', (clock, quiet) => {
    expect(one('telephone', { at: new Date(`2026-03-02T${clock}:00+01:00`) })?.quiet).toBe(quiet);
  });

  test('not said where it is closed, or where nobody knows them', () => {
    expect(one('telephone', { at: NIGHT })?.quiet).toBeUndefined();
    expect(one('telephone', { territory: 'reunion' })?.quiet).toBeUndefined();
  });
});

describe('the reason', () => {
  const reasons = (id: string) => book.contacts[id]?.reasons ?? {};

  test.each<[string, string, Partial<AdviceRequest>, string | undefined]>([
    ['the plain one', 'compte-ameli', {}, undefined],
    ['the first of the subject', 'compte-ameli', { preferred: ['compte-ameli'] }, 'subject'],
    ['the second of the subject', 'compte-ameli', { preferred: ['telephone', 'compte-ameli'] }, undefined],
    ['from abroad', 'compte-ameli', { preferred: ['compte-ameli'], territory: 'etranger' }, 'abroad'],
    ['without an account', 'compte-ameli', { preferred: ['compte-ameli'], hasAccount: false }, 'no-account'],
    ['who cannot phone', 'compte-ameli', { hasAccount: false, cannotPhone: true }, 'cannot-phone'],
    ['at a quieter hour', 'telephone', { at: new Date('2026-03-02T12:30:00+01:00') }, 'quiet'],
    ['at a busy hour', 'telephone', {}, undefined],
    ['a situation that has no sentence here', 'courrier', { cannotPhone: true }, undefined],
  ])('%s', (_, id, request, situation) => {
    const expected = situation
      ? Object.entries(reasons(id)).find(([key]) => key === situation)?.[1]
      : book.contacts[id]?.reason;
    expect(expected).toBeDefined();
    expect(one(id, request)?.reason).toBe(expected);
  });
});

test('open ones before closed ones, everywhere and at every hour of a week', () => {
  for (const territory of TERRITORIES) {
    for (let hour = 0; hour < 168; hour++) {
      const at = new Date(MORNING.getTime() + hour * 3_600_000);
      const closed = advise({ territory, at, preferred: ['telephone', 'courrier'] }).map(({ open }) => open === false);
      expect(closed).toEqual([...closed].sort());
    }
  }
});
