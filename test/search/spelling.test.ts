import { slipsBetween } from '../../src/search/damerau';
import { buildSpeller } from '../../src/search/spelling';

const speller = buildSpeller([
  'remboursement',
  'attestation',
  'mutuelle',
  'hopital',
  'medecin',
  'carte',
  'cartes',
  'phone',
]);

test.each([
  ['a letter missing', 'rembousement', 'remboursement'],
  ['a letter added', 'attesttation', 'attestation'],
  ['a letter changed', 'medicin', 'medecin'],
  ['two letters swapped', 'mutulele', 'mutuelle'],
  ['two slips in a long word', 'ramboursemant', 'remboursement'],
  ['a silent first letter left out', 'opital', 'hopital'],
  ['k for c', 'karte', 'carte'],
  ['of two as near, the more used', 'cartee', 'carte'],
])('mends %s', (_, typed, meant) => {
  expect(speller(typed)).toBe(meant);
});

test.each([
  ['short words', 'cate'],
  ['two slips in a short word', 'medacim'],
  ['words like nothing known', 'bicyclette'],
  ['codes', 's3704a'],
  ['keyboard mashing', 'a'.repeat(200)],
])('leaves %s', (_, typed) => {
  expect(speller(typed)).toBeUndefined();
});

test.each([
  ['carte', 'carte', 0],
  ['carte', 'catre', 1],
  ['carte', 'crte', 1],
  ['carte', 'cartable', 3],
  ['', 'abc', 3],
])('from « %s » to « %s » it is %d slips', (from, to, slips) => {
  expect(slipsBetween(from, to, 2)).toBe(slips);
});
