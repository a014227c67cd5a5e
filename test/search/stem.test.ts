import { stem } from '../../src/search/stem';

test.each([
  [['rembourser', 'remboursement', 'remboursements', 'rembourse', 'remboursee', 'remboursees', 'remboursait']],
  [['declarer', 'declaration', 'declarations', 'declare']],
  [['modifier', 'modification', 'modifie']],
  [['perdre', 'perdu', 'perdue', 'perdues']],
  [['remplir', 'rempli', 'remplis']],
  [['vital', 'vitale', 'vitales']],
  [['nouvelle', 'nouvelles', 'nouvel']],
  [['hopital', 'hopitaux']],
  [['pharmacien', 'pharmacienne']],
  [['renouveler', 'renouvellement', 'renouvellements']],
  [['conseiller', 'conseillers', 'conseillere']],
])('%s share a stem', (forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

test.each([
  ['compte', 'comptoir'],
  ['maternite', 'paternite'],
  ['arret', 'arriver'],
  ['mutuelle', 'mutation'],
  ['droit', 'droguerie'],
])('« %s » and « %s » do not', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test.each(['ald', 'rib', '3646', 's3704', 'cas'])('« %s » stays as it is', (word) => {
  expect(stem(word)).toBe(word);
});
