import fc from 'fast-check';
import { fundOfCode } from '../../src/contacts/fund-of-code';
import { fundOfPostcode } from '../../src/contacts/fund-of-postcode';
import { territoryOf } from '../../src/contacts/territory-of';
import { contactBook, fundBook } from './real-book';

const book = fundBook();
const answer = (postcode: string, commune?: string) => {
  const found = fundOfPostcode(book, postcode, commune);
  return found.kind === 'fund' ? found.code : found.kind;
};

/** Departments with one fund, by hand: « department fund ». Its code is not always the department and a 1. */
const SOLE =
  `01 011, 02 021, 03 031, 04 041, 05 051, 06 061, 07 072, 08 081, 09 091, 10 101, 11 111, 12 121, 13 131, 14 141,
15 151, 16 161, 17 171, 18 181, 19 191, 21 211, 22 221, 23 231, 24 241, 25 251, 26 261, 27 271, 28 281, 29 291, 30 301, 31 311,
32 321, 33 331, 34 342, 35 351, 36 361, 37 371, 38 381, 39 391, 40 401, 41 411, 42 422, 43 431, 44 441, 45 451, 46 461, 47 471,
48 481, 49 491, 50 501, 51 511, 52 521, 53 531, 54 542, 55 551, 56 561, 57 571, 58 581, 60 601, 61 611, 63 631, 65 651, 66 661,
67 673, 68 682, 69 691, 70 701, 71 711, 72 721, 73 731, 74 741, 75 751, 77 771, 78 781, 79 791, 80 801, 81 811, 82 821, 83 831,
84 841, 85 851, 86 861, 87 871, 88 881, 89 891, 90 901, 91 911, 92 921, 93 931, 94 941, 95 951`
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [string, string]);

test('107 funds: 101 CPAM, the CCSS, four CGSS, the CSSM', () => {
  const types = Object.values(book.funds).map(({ type }) => type);
  const count = (type: string) => types.filter((one) => one === type).length;
  expect([types.length, count('CPAM'), count('CCSS'), count('CGSS'), count('CSSM')]).toEqual([107, 101, 1, 4, 1]);
});

test('90 departments of metropole without Corsica have one fund', () => {
  expect(SOLE).toHaveLength(90);
});

test.each(SOLE)('department %s: fund %s, for its main town and for a CEDEX', (department, code) => {
  expect(answer(`${department}000`)).toBe(code);
  expect(answer(`${department}999`)).toBe(code);
});

test('every fund is reached by the CEDEX of its own address', () => {
  for (const [code, { address }] of Object.entries(book.funds))
    expect([code, answer(address.postcode)]).toEqual([code, code]);
});

test.each([
  ['20000', '201'],
  ['20090', '201'],
  ['20137', '201'],
  ['20169', '201'],
  ['20200', '202'],
  ['20260', '202'],
  ['20600', '202'],
  ['20620', '202'],
  ['20700', '201'],
  ['20702', '201'],
  ['20406', '202'],
  ['20300', 'unknown'],
  ['20500', 'unknown'],
  ['20999', 'unknown'],
])('Corsica: %s is %s', (postcode, expected) => {
  expect(answer(postcode)).toBe(expected);
});

test.each([
  ['97110', '971', 'guadeloupe'],
  ['97181', '971', 'guadeloupe'],
  ['97150', '971', 'saint-martin'],
  ['97133', 'unknown', 'saint-barthelemy'],
  ['97200', '972', 'martinique'],
  ['97300', '973', 'guyane'],
  ['97400', '974', 'reunion'],
  ['97490', '974', 'reunion'],
  ['97741', '974', 'reunion'],
  ['97801', '974', 'reunion'],
  ['97500', 'unknown', 'saint-pierre-et-miquelon'],
  ['97600', '976', 'mayotte'],
  ['97680', '976', 'mayotte'],
  ['20000', '201', 'metropole'],
  ['20200', '202', 'metropole'],
  ['57000', '571', 'alsace-moselle'],
  ['57751', '571', 'alsace-moselle'],
  ['67000', '673', 'alsace-moselle'],
  ['68100', '682', 'alsace-moselle'],
  ['75001', '751', 'metropole'],
  ['88000', '881', 'metropole'],
])('%s: fund %s, territory %s', (postcode, fund, territory) => {
  expect([answer(postcode), territoryOf(postcode)]).toEqual([fund, territory]);
});

test.each([
  '98000',
  '98600',
  '98714',
  '98800',
  '97000',
  '97900',
  '00100',
  '96000',
  '99000',
  '9740',
  '974000',
  '2A004',
  'abcde',
  '',
])('%p: no fund and no territory', (postcode) => {
  expect([answer(postcode), territoryOf(postcode)]).toEqual(['unknown', undefined]);
});

test('blanks in a postcode do not matter', () => {
  expect(answer(' 97 400 ')).toBe('974');
  expect(territoryOf('97 400')).toBe('reunion');
});

test('the territory of a fund is that of its postcodes', () => {
  const territories = contactBook().territories;
  for (const { address, territory } of Object.values(book.funds)) {
    expect(territoryOf(address.postcode)).toBe(territory);
    expect(territories).toHaveProperty(territory);
  }
});

/** A commune on either side of each of the sixteen postcodes that two departments share. */
test.each([
  ['01200', 'Valserhône', '011', 'Éloise', '741'],
  ['01410', 'Mijoux', '011', 'Lajoux', '391'],
  ['01590', 'Dortan', '011', 'Chancia', '391'],
  ['05110', 'La Saulce', '051', 'Claret', '041'],
  ['05130', 'Tallard', '051', 'Piégut', '041'],
  ['05160', 'Savines-le-Lac', '051', 'Pontis', '041'],
  ['05700', 'Serres', '051', 'Villebois-les-Pins', '261'],
  ['06260', 'Puget-Théniers', '061', 'La Rochette', '041'],
  ['13780', 'Cuges-les-Pins', '131', 'Riboux', '831'],
  ['21340', 'Nolay', '211', 'Change', '711'],
  ['33220', 'Sainte-Foy-la-Grande', '331', 'Fougueyrolles', '241'],
  ['37160', 'Descartes', '371', 'Buxeuil', '861'],
  ['42620', "Saint-Martin-d'Estréaux", '422', 'Saint-Pierre-Laval', '031'],
  ['43450', 'Blesle', '431', 'Leyvaux', '151'],
  ['48250', 'Luc', '481', 'Laveyrune', '072'],
  ['52100', 'Saint-Dizier', '521', 'Sapignicourt', '511'],
])('%s is shared: %s %s, %s %s', (postcode, one, fund, other, otherFund) => {
  expect(answer(postcode)).toBe('ask-commune');
  expect([answer(postcode, one), answer(postcode, other)]).toEqual([fund, otherFund]);
});

test.each([
  ['59140', undefined, '594'],
  ['59000', undefined, '595'],
  ['59500', undefined, '595'],
  ['59100', undefined, '597'],
  ['59200', undefined, '597'],
  ['59300', undefined, '599'],
  ['59400', undefined, '599'],
  ['62100', undefined, '623'],
  ['62200', undefined, '623'],
  ['62000', undefined, '624'],
  ['62300', undefined, '624'],
  ['64100', undefined, '641'],
  ['64000', undefined, '642'],
  ['76600', undefined, '763'],
  ['76000', undefined, '764'],
  ['76200', undefined, '764'],
  ['94390', undefined, '911'],
  ['94310', undefined, '941'],
  // The Seignanx, in Landes, is served by Bayonne; two communes of one of its postcodes are not in it.
  ['40220', undefined, '641'],
  ['40440', undefined, '641'],
  ['40390', undefined, 'ask-commune'],
  ['40390', 'Saint-Martin-de-Seignanx', '641'],
  ['40390', 'Sainte-Marie-de-Gosse', '401'],
  ['40100', undefined, '401'],
  // Lille: nobody knows for most of its arrondissement.
  ['59110', undefined, 'unknown'],
  ['59110', 'La Madeleine', 'unknown'],
  ['59280', undefined, 'ask-commune'],
  ['59280', 'Armentières', '594'],
  ['59280', 'Bois-Grenier', 'unknown'],
  // A CEDEX in a department of several funds says nothing, unless it is a fund's own.
  ['59386', undefined, '594'],
  ['62108', undefined, '623'],
  ['59033', undefined, 'unknown'],
])('departments of several funds: %s %s is %s', (postcode, commune, expected) => {
  expect(answer(postcode, commune)).toBe(expected);
});

test.each(['59171', '59247', '59252', '59265', '59580', '62120', '62145', '62960', '64270', '64390', '76540', '76640'])(
  '%s straddles two funds',
  (postcode) => {
    const found = fundOfPostcode(book, postcode);
    if (found.kind !== 'ask-commune') throw new Error(found.kind);
    const funds = found.communes.map((commune) => answer(postcode, commune));
    expect(new Set(funds).size).toBe(2);
    for (const fund of funds) expect(book.funds).toHaveProperty(fund);
  },
);

test.each([
  ['13780', 'RIBOUX', '831'],
  ['13780', 'cuges les pins', '131'],
  ['01200', 'eloise', '741'],
  ['42620', 'St Martin d Estreaux', '422'],
  ['33220', 'ste-foy-la-grande', '331'],
  ['52100', '  saint   dizier ', '521'],
  ['13780', 'Marseille', 'ask-commune'],
  ['13780', '', 'ask-commune'],
  ['75001', 'Lyon', '751'],
])('%s, written « %s »: %s', (postcode, commune, expected) => {
  expect(answer(postcode, commune)).toBe(expected);
});

test('all that people may write gets one of the three answers', () => {
  const known = new Set([...Object.keys(book.funds), 'ask-commune', 'unknown']);
  const figures = fc.integer({ min: 0, max: 99_999 }).map((number) => String(number).padStart(5, '0'));
  fc.assert(
    fc.property(fc.oneof(figures, fc.string()), fc.option(fc.string(), { nil: undefined }), (postcode, commune) => {
      territoryOf(postcode);
      return known.has(answer(postcode, commune));
    }),
    { numRuns: 2000 },
  );
});

test('words that every object knows are no postcode and no code', () => {
  for (const word of ['constructor', '__proto__', 'toString']) {
    expect(answer(word)).toBe('unknown');
    expect(fundOfCode(book, word)).toBeUndefined();
  }
});

test.each([
  ['974', '974'],
  ['331', '331'],
  ['593', '595'],
  ['621', '624'],
  ['681', '682'],
  ['421', '422'],
  ['761', '764'],
  ['013310000', '331'],
  ['01 593 0000', '595'],
  ['025930000', undefined],
  ['999', undefined],
  ['', undefined],
])('the code %p of an attestation is fund %p', (code, expected) => {
  expect(fundOfCode(book, code)).toBe(expected);
});
