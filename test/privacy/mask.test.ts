import fc from 'fast-check';
import { maskText } from '../../src/privacy/mask';

type Labels = Parameters<typeof maskText>[1];

/** As texts.fr.yaml words them. */
const LABELS: Labels = {
  nir: '[numéro de sécurité sociale masqué]',
  iban: '[coordonnées bancaires masquées]',
  card: '[numéro de carte masqué]',
  password: '[mot de passe masqué]',
};

const mask = (text: string) => maskText(text, LABELS);

/** The thirteen characters and their key: 97 less the remainder by 97, Corsica's letters as 19 and 18. */
function withKey(number: string): string {
  const digits = BigInt(number.replace('2A', '19').replace('2B', '18'));
  return number + String(97n - (digits % 97n)).padStart(2, '0');
}

/** Ways of writing a number of thirteen characters and its key. The groups are those of the card. */
function groups(nir: string): string[] {
  return [
    [0, 1],
    [1, 3],
    [3, 5],
    [5, 7],
    [7, 10],
    [10, 13],
    [13, 15],
  ].map(([from, to]) => nir.slice(from, to));
}
const SPELLINGS: readonly [string, (nir: string) => string][] = [
  ['as on the card', (nir) => groups(nir).join(' ')],
  ['without its key', (nir) => groups(nir).slice(0, 6).join(' ')],
  ['in one piece', (nir) => nir],
  ['in one piece, without its key', (nir) => nir.slice(0, 13)],
  ['in one piece, key apart', (nir) => `${nir.slice(0, 13)} ${nir.slice(13)}`],
  ['with dots', (nir) => groups(nir).join('.')],
  ['with dots and blanks', (nir) => groups(nir).join('. ')],
  ['with hyphens', (nir) => groups(nir).join('-')],
  ['with hyphens and blanks', (nir) => groups(nir).join(' - ')],
  ['with slashes', (nir) => groups(nir).join('/')],
  ['with slashes, key with a hyphen', (nir) => `${groups(nir).slice(0, 6).join('/')}-${nir.slice(13)}`],
  ['with slashes and blanks', (nir) => groups(nir).join(' / ')],
  ['with underscores', (nir) => groups(nir).join('_')],
  ['with no-break blanks', (nir) => groups(nir).join('\u00a0')],
  ['with narrow no-break blanks', (nir) => groups(nir).join('\u202f')],
  ['with tabs', (nir) => groups(nir).join('\t')],
  ['over two lines', (nir) => `${groups(nir).slice(0, 3).join(' ')}\n${groups(nir).slice(3).join(' ')}`],
  ['with two blanks', (nir) => groups(nir).join('  ')],
  ['digit by digit', (nir) => [...nir].join(' ')],
  ['in pairs', (nir) => `${nir[0]} ${nir.slice(1).match(/../g)?.join(' ')}`],
  ['in small letters', (nir) => groups(nir).join(' ').toLowerCase()],
];

const pad = (length: number) => (value: number) => String(value).padStart(length, '0');
const nirs = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '7', '8'),
    fc.integer({ min: 0, max: 99 }).map(pad(2)),
    fc.integer({ min: 1, max: 12 }).map(pad(2)),
    fc.oneof(fc.constantFrom('2A', '2B'), fc.integer({ min: 1, max: 99 }).map(pad(2))),
    fc.integer({ min: 1, max: 990 }).map(pad(3)),
    fc.integer({ min: 1, max: 999 }).map(pad(3)),
  )
  .map((parts) => withKey(parts.join('')));

const SPECIMEN = withKey('2550814168025');

describe('social security numbers', () => {
  test('the specimen of the INSEE has the key 38', () => {
    expect(SPECIMEN).toBe('255081416802538');
  });

  test.each(SPELLINGS)('are masked %s', (_, spell) => {
    for (const nir of [SPECIMEN, withKey('185052A006084'), withKey('294122B123456')]) {
      const text = `Mon numéro est ${spell(nir)}, que faire ?`;
      expect(mask(text)).toEqual({ text: `Mon numéro est ${LABELS.nir}, que faire ?`, kinds: ['nir'] });
    }
  });

  test.each(SPELLINGS)('whoever they belong to are masked %s', (_, spell) => {
    fc.assert(
      fc.property(nirs, (nir) => {
        expect(mask(`voici : ${spell(nir)} merci`).text).toBe(`voici : ${LABELS.nir} merci`);
      }),
      { numRuns: 50 },
    );
  });

  test.each(['(255081416802538)', 'n°255081416802538', 'nir:255081416802538', '«255081416802538»', '255081416802538.'])(
    'are masked beside a sign: %s',
    (text) => {
      expect(mask(text)).toEqual({ text: text.replace(SPECIMEN, LABELS.nir), kinds: ['nir'] });
    },
  );

  test('are masked with a wrong key too', () => {
    expect(mask('2 55 08 14 168 025 39').text).toBe(LABELS.nir);
  });

  test('of people without a known month of birth are masked', () => {
    for (const month of ['20', '30', '42', '50', '99']) {
      expect(mask(withKey(`255${month}14168025`)).kinds).toEqual(['nir']);
    }
  });

  test.each([
    ['a number in a list', '1. ', withKey('2500814168025')],
    ['a date', 'né le 14/08/1955 ', SPECIMEN],
    ['a telephone number', 'tél 06 12 34 56 78 ', SPECIMEN],
    ['a postcode', '14000 ', SPECIMEN],
    ['a number of children', 'enfants : 1 ', withKey('2500814168025')],
  ])('are masked to the last digit after %s', (_, before, nir) => {
    const { text: masked, kinds } = mask(before + groups(nir).join(' '));
    expect(kinds).toContain('nir');
    expect(masked.endsWith(LABELS.nir)).toBe(true);
  });

  test('of fourteen characters, one left out, are masked', () => {
    expect(mask('2 55 08 14 168 02 38, merci').text).toBe(`${LABELS.nir}, merci`);
    expect(mask('25508141680253').text).toBe(LABELS.nir);
  });

  test('one without its key does not stay because the next one is surer', () => {
    expect(mask('1850578006084 25 50 81 41 68 02 53 8').text).toBe(`${LABELS.nir} ${LABELS.nir}`);
  });

  test('are masked before a word without a blank', () => {
    expect(mask('2 55 08 14 168 025 38merci').text).toBe(`${LABELS.nir}merci`);
  });

  test('two of them are both masked, and told once', () => {
    expect(mask(`moi 2 55 08 14 168 025 38 et lui ${withKey('1850578006084')}`)).toEqual({
      text: `moi ${LABELS.nir} et lui ${LABELS.nir}`,
      kinds: ['nir'],
    });
  });
});

/** Remainder by 97, for the two check digits of an IBAN. */
function iban(country: string, account: string): string {
  const digits = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}
const inFours = (text: string) => text.match(/.{1,4}/g)?.join(' ') ?? '';

const FRENCH = 'FR7630006000011234567890189';
const frenchIbans = fc.stringMatching(/^\d{10}[0-9A-Z]{11}\d{2}$/).map((account) => iban('FR', account));

describe('bank numbers', () => {
  test.each([
    ['French, in fours', inFours(FRENCH)],
    ['French, in one piece', FRENCH],
    ['French, in small letters', inFours(FRENCH).toLowerCase()],
    ['French, with hyphens', inFours(FRENCH).replaceAll(' ', '-')],
    ['French, with dots', inFours(FRENCH).replaceAll(' ', '.')],
    ['French, with no-break blanks', inFours(FRENCH).replaceAll(' ', '\u00a0')],
    ['French, mistyped', inFours(FRENCH).replace('1234', '1324')],
    ['French, with letters in the account', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['German, in fours', 'DE89 3704 0044 0532 0130 00'],
    ['German, in one piece', 'DE89370400440532013000'],
    ['Belgian', 'BE68 5390 0754 7034'],
    ['Belgian, in small letters', 'be68 5390 0754 7034'],
    ['British', 'GB29 NWBK 6016 1331 9268 19'],
    ['Portuguese', 'PT50 0002 0123 1234 5678 9015 4'],
    ['Maltese, the longest', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S'],
    ['RIB, in groups', '30006 00001 12345678901 89'],
    ['RIB, in one piece', '30006000011234567890189'],
    ['RIB, with letters', '20041 01005 0500013M026 06'],
  ])('IBAN or RIB: %s', (_, number) => {
    const expected = { text: `Mon compte : ${LABELS.iban}`, kinds: ['iban'] };
    expect(mask(`Mon compte : ${number}`)).toEqual(expected);
    for (const after of [', merci', '. Merci', '\n\nMerci', ') merci']) {
      expect(mask(`Mon compte : ${number}${after}`)).toEqual({ ...expected, text: expected.text + after });
    }
  });

  test.each([inFours(FRENCH), 'DE89 3704 0044 0532 0130 00', 'BE68 5390 0754 7034', 'PT50 0002 0123 1234 5678 9015 4'])(
    'words after an IBAN are kept, and do not save it: %s',
    (number) => {
      expect(mask(`sur ${number} merci de votre aide`).text).toBe(`sur ${LABELS.iban} merci de votre aide`);
      expect(mask(`sur ${number} ou au 36 46`).text).toBe(`sur ${LABELS.iban} ou au 36 46`);
    },
  );

  test('every French IBAN is masked whole, though its tail may look like a social security number', () => {
    fc.assert(
      fc.property(frenchIbans, (number) => {
        expect(mask(`compte ${inFours(number)} ici`)).toEqual({ text: `compte ${LABELS.iban} ici`, kinds: ['iban'] });
        expect(mask(`compte ${number} ici`)).toEqual({ text: `compte ${LABELS.iban} ici`, kinds: ['iban'] });
      }),
      { numRuns: 200, examples: [[iban('FR', '10278060185057800608436')], [iban('FR', '10278060255081416802538')]] },
    );
  });

  test('a RIB is masked whole, though its account may look like a social security number', () => {
    expect(mask('30006 00001 18505780060 84').text).toBe(LABELS.iban);
  });

  test('what only looks like a foreign IBAN is kept', () => {
    const wrong = 'DE88 3704 0044 0532 0130 00';
    expect(mask(`dossier ${wrong}`)).toEqual({ text: `dossier ${wrong}`, kinds: [] });
  });

  const CARD = '4242 4242 4242 4242';
  test.each([
    CARD,
    CARD.replaceAll(' ', ''),
    CARD.replaceAll(' ', '-'),
    CARD.replaceAll(' ', '.'),
    CARD.replaceAll(' ', '\u00a0'),
    '5555 5555 5555 4444',
    '3714 496353 98431',
  ])('payment card: %s', (number) => {
    expect(mask(`ma carte ${number}, merci`)).toEqual({ text: `ma carte ${LABELS.card}, merci`, kinds: ['card'] });
  });

  test.each([
    ['its last month', `${CARD} 12/28`],
    ['its three figures', `${CARD} 123`],
    ['its last month and three figures', `${CARD} 12/28 123`],
    ['an amount', `${CARD} 30 euros`],
  ])('a payment card is masked beside %s', (_, text) => {
    const { text: masked, kinds } = mask(`carte ${text}`);
    expect(kinds).toContain('card');
    expect(masked).toMatch(/^carte \[numéro de carte masqué\]/);
    expect(masked).not.toContain('4242');
  });

  test('a word glued to a number is kept, and does not save it', () => {
    expect(mask('DE89370400440532013000merci').text).toBe(`${LABELS.iban}merci`);
    expect(mask('4242424242424242merci').text).toBe(`${LABELS.card}merci`);
  });

  test('a payment card is masked after another number', () => {
    const { text, kinds } = mask(`carte 3 : payée le 3 ${CARD}`);
    expect(kinds).toContain('card');
    expect(text).not.toContain('4242');
  });
});

describe('announced passwords', () => {
  test.each([
    ['mon mot de passe est Soleil2024!', 'Soleil2024!'],
    ['Mon mot de passe : azerty12', 'azerty12'],
    ['mot de passe=azerty12', 'azerty12'],
    ["mon mot de passe c'est Azerty#", 'Azerty#'],
    ['mon mot de passe c’est Azerty#', 'Azerty#'],
    ['mon mot de passe est : Soleil2024', 'Soleil2024'],
    ['MDP : toto75', 'toto75'],
    ['mdp: MonChat', 'MonChat'],
    ['mon code secret est 4821', '4821'],
    ['code confidentiel : 4821', '4821'],
    ['code provisoire : 48213', '48213'],
    ['password: hunter2', 'hunter2'],
    ['mon mot de passe est : « hunter2', 'hunter2'],
    ['le mdp est = hunter2', 'hunter2'],
    ['code d’accès : 48213', '48213'],
    ['password : password : hunter2', 'hunter2'],
  ])('« %s »', (text, secret) => {
    expect(mask(`${text} voilà`)).toEqual({
      text: `${text.replace(secret, LABELS.password)} voilà`,
      kinds: ['password'],
    });
  });
});

describe('what stays readable', () => {
  test.each([
    'mon mot de passe est oublié',
    'Mon mot de passe est oublié, que faire ?',
    'mon mot de passe est bloqué.',
    'mot de passe : oublié',
    'mon mot de passe est peut-être périmé',
    "mon mot de passe est aujourd'hui refusé",
    'mon mot de passe est (encore) bloqué…',
    'j’ai perdu mon mot de passe et mon code confidentiel',
    'Appelez le 36 46',
    'Appelez le 3646, ou le +33 811 70 36 46',
    '06 12 34 56 78',
    '06.12.34.56.78 ou 07-98-76-54-32',
    '+33 6 12 34 56 78',
    '0033 1 44 55 66 77',
    '0033 1 65 24 48 57',
    'au 01 44 55 66 77, poste 1234',
    'né le 14/08/1955',
    'né le 14/08/1955 75012 Paris',
    'née le 14.08.1955 06 12 34 56 78',
    'SIRET 443 061 841 00047',
    'SIRET 44306184100047, 73282932000074',
    'SIRET 552 100 554 00025',
    'du 01/02/2026 au 28/02/2026',
    'du 01-02-2026 au 28-02-2026',
    'le 2026-11-22 à 08:30',
    '75012 Paris, 14000 Caen',
    '1234,56 € et 12 500 €',
    'dossier 9782070360024',
    'dossier 5123456789012',
    'référence 2026-000123-AB',
    'réf. AB1234567890123',
    'ticket G-4821-K',
    'formulaire S3704 et cerfa 11383*02',
    '12 rue du 8 mai 1945, 4e étage',
    '',
  ])('« %s »', (text) => {
    expect(mask(text)).toEqual({ text, kinds: [] });
  });

  test('every French telephone number', () => {
    const phones = fc
      .tuple(
        fc.constantFrom('0', '+33 ', '0033 '),
        fc.stringMatching(/^[1-9]\d{8}$/),
        fc.constantFrom(' ', '.', '-', ''),
      )
      .map(([head, digits, gap]) => head + [digits[0], ...(digits.slice(1).match(/../g) ?? [])].join(gap));
    fc.assert(fc.property(phones, (phone) => expect(mask(`au ${phone}, merci`).kinds).toEqual([])));
  });

  test('every day and every postcode', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
      .map((day) => [day, day.split('-').reverse().join('/')]);
    fc.assert(
      fc.property(days, fc.stringMatching(/^\d{5}$/), ([iso, french], postcode) => {
        expect(mask(`le ${french} (${iso}), ${postcode} Caen`).kinds).toEqual([]);
      }),
    );
  });
});

describe('any text', () => {
  /** Words, numbers and secrets, as people mix them. */
  const pieces = fc.oneof(
    fc.constantFrom(
      'bonjour',
      'ma carte',
      'le 36 46',
      '1',
      '75012',
      'mon mot de passe est',
      'mdp :',
      ',',
      '.',
      '🙂',
      'Abc123',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    nirs,
    nirs.map((nir) => groups(nir).join(' ')),
    frenchIbans.map(inFours),
    fc.constant('4242 4242 4242 4242'),
    fc.stringMatching(/^\d{1,20}$/),
  );
  const texts = fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' '));

  test('masked twice is masked once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = mask(text);
        expect(mask(once.text)).toEqual({ text: once.text, kinds: [] });
      }),
      { numRuns: 300, examples: [['mon mot de passe est Soleil2024!'], ['mdp : toto75']] },
    );
  });

  test('is changed where a label stands, and nowhere else', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: masked, kinds } = mask(text);
        expect(kinds).toEqual([...new Set(kinds)]);
        const kept = masked.split(
          new RegExp(
            Object.values(LABELS)
              .map((label) => label.replace(/[[\]]/g, '\\$&'))
              .join('|'),
          ),
        );
        expect(kept.length > 1).toBe(kinds.length > 0);
        expect(text.startsWith(kept[0] ?? '')).toBe(true);
        expect(text.endsWith(kept.at(-1) ?? '')).toBe(true);
        let from = 0;
        for (const part of kept) {
          const at = text.indexOf(part, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + part.length;
        }
      }),
    );
  });

  test('a social security number between words never stays', () => {
    fc.assert(
      fc.property(nirs, fc.lorem({ maxCount: 4 }), fc.lorem({ maxCount: 4 }), (nir, before, after) => {
        expect(mask(`${before} ${groups(nir).join(' ')} ${after}`)).toEqual({
          text: `${before} ${LABELS.nir} ${after}`,
          kinds: ['nir'],
        });
      }),
    );
  });
});

test.each([
  ['digits', '2 55 08 14 '.repeat(2000)],
  ['heads of IBANs', 'DE89 '.repeat(2000)],
  ['blanks', `mdp :${' '.repeat(100_000)}`],
  ['social security numbers', '2 55 08 14 168 025 38 '.repeat(1000)],
])('a long text takes no long time: %s', (_, text) => {
  const start = performance.now();
  mask(text);
  // Some 100 ms; what grows with the square takes many seconds.
  expect(performance.now() - start).toBeLessThan(2000);
});

test('secrets of several kinds are each masked in their place', () => {
  const text = `Bonjour, 2 55 08 14 168 025 38, compte ${inFours(FRENCH)}; carte 4242 4242 4242 4242, mdp : toto75 merci`;
  const { text: masked, kinds } = mask(text);
  expect(masked).toBe(
    `Bonjour, ${LABELS.nir}, compte ${LABELS.iban}; carte ${LABELS.card}, mdp : ${LABELS.password} merci`,
  );
  expect([...kinds].sort()).toEqual(['card', 'iban', 'nir', 'password']);
});

test('the labels are those that are passed in', () => {
  const stars: Labels = { nir: '<1>', iban: '<2>', card: '<3>', password: '<4>' };
  expect(maskText(`${SPECIMEN} ; ${FRENCH} ; 4242424242424242`, stars).text).toBe('<1> ; <2> ; <3>');
});
