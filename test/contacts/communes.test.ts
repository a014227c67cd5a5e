import fc from 'fast-check';
import { CommuneIndex } from '../../src/contacts/commune-index';
import { comparableName } from '../../src/contacts/commune-name';
import { readCommunes, readLargerPlaces } from '../../src/contacts/communes';
import { fundOfCommune } from '../../src/contacts/fund-of-commune';
import { fundBook } from './real-book';

const book = fundBook();
const communes = readCommunes();
const index = new CommuneIndex(communes, readLargerPlaces());
const shown = (text: string) => index.nearest(text).map(({ name, department }) => `${name} ${department}`);

/** 114 communes of the arrondissement of Lille, whose fund nobody here knows, and places that have no fund of ours. */
const WITHOUT = new Set(['59', '975', '977', '986', '987', '988', '989']);

test('the edition of 2026 is read: 34,964 communes with a postcode', () => {
  expect(communes).toHaveLength(34_964);
});

test('every commune has a fund but those of Lille’s arrondissement and of the collectivities', () => {
  const unknown = communes.filter((commune) => fundOfCommune(book, commune) === undefined);
  expect(unknown.filter(({ department }) => !WITHOUT.has(department))).toEqual([]);
  expect(unknown.filter(({ department }) => department === '59')).toHaveLength(114);
});

test('every department has communes, and their funds are those that serve it', () => {
  const byDepartment = new Map<string, Set<string>>();
  for (const commune of communes) {
    const code = fundOfCommune(book, commune);
    if (code) byDepartment.set(commune.department, (byDepartment.get(commune.department) ?? new Set()).add(code));
  }
  const several = [...byDepartment].filter(([, codes]) => codes.size > 1).map(([department]) => department);
  // Landes for the Seignanx; every other department of one fund has that one alone.
  expect(several.sort()).toEqual(['40', '59', '62', '64', '76']);
  for (const [department, codes] of byDepartment) {
    const own = Object.entries(book.funds).filter(([, fund]) => fund.departments.includes(department));
    for (const [code] of own) expect([department, codes.has(code)]).toEqual([department, true]);
  }
});

test('each commune that our own list names is in the edition, under that postcode', () => {
  const listed = Object.entries(book.postcodes).flatMap(([postcode, entry]) =>
    Array.isArray(entry) ? entry.map(({ commune }: { commune: string }) => ({ postcode, commune })) : [],
  );
  expect(listed.length).toBeGreaterThan(100);
  const known = new Set(
    communes.flatMap(({ name, postcodes }) => postcodes.map((one) => `${one} ${comparableName(name)}`)),
  );
  expect(listed.filter(({ postcode, commune }) => !known.has(`${postcode} ${comparableName(commune)}`))).toEqual([]);
});

test('each postcode that two departments share asks for the commune', () => {
  const departments = new Map<string, Set<string>>();
  for (const { postcodes, department } of communes)
    for (const one of postcodes) departments.set(one, (departments.get(one) ?? new Set()).add(department));
  const shared = [...departments].filter(([, of]) => of.size > 1).map(([postcode]) => postcode);
  expect(shared).toHaveLength(16);
  for (const postcode of shared) expect([postcode, Array.isArray(book.postcodes[postcode])]).toEqual([postcode, true]);
});

test.each([
  ['Lens', 'Lens 62'],
  ['SAINT ETIENNE', 'Saint-Étienne 42'],
  ['st etienne', 'Saint-Étienne 42'],
  ['le havre', 'Le Havre 76'],
  ['havre', 'Le Havre 76'],
  ['charleville mezieres', 'Charleville-Mézières 08'],
  ['grenoblle', 'Grenoble 38'],
  ['monpellier', 'Montpellier 34'],
  ['dunkerke', 'Dunkerque 59'],
  ['perpinian', 'Perpignan 66'],
  ['aix en provance', 'Aix-en-Provence 13'],
  ['toulose', 'Toulouse 31'],
])('« %s » is first of all %s', (text, first) => {
  expect(shown(text)[0]).toBe(first);
});

test.each(['', 'xq', 'ma commune', 'zzzzzzzz', '!!!'])('« %s » is no commune', (text) => {
  expect(shown(text)).toEqual([]);
});

test('the longest name at the start of the words is meant', () => {
  const names = (text: string) => index.namedAtStart(text).map(({ name }) => name);
  expect(names('nogent sur marne depuis mars')).toEqual(['Nogent-sur-Marne']);
  expect(names('paris 13')).toEqual(['Paris']);
  expect(names('ma mère')).toEqual([]);
  // A commune is called Loiré, none Loire-Atlantique.
  expect(names('loire atlantique')).toEqual([]);
});

test('any text is answered, with three communes at most where none has that very name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const found = index.nearest(text);
      expect(found.length <= 3 || index.named(text).length === found.length).toBe(true);
    }),
    { numRuns: 200 },
  );
});
