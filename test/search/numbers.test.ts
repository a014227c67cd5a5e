import { figuresForNumbers } from '../../src/search/numbers';

test.each([
  ['trente six quarante six', '36 46'],
  ['trente deux trente neuf', '32 39'],
  ['vingt et un', '21'],
  ['vingt et six', '20 et 6'],
  ['soixante et onze', '71'],
  ['soixante douze', '72'],
  ['soixante dix sept', '77'],
  ['trente douze', '30 12'],
  ['quatre vingts', '80'],
  ['quatre vingt dix huit', '98'],
  ['quatre vingt un', '81'],
  ['cent pour cent', '100 pour 100'],
  ['cent vingt', '120'],
  ['trois cents', '300'],
  ['quarante huit heures', '48 heures'],
  ['quatre heures', '4 heures'],
  ['un arret', 'un arret'],
  ['zero', '0'],
  ['le 3646', 'le 3646'],
  ['', ''],
])('« %s » is « %s »', (said, written) => {
  expect(figuresForNumbers(said.split(' ')).join(' ')).toBe(written);
});
