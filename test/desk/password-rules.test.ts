import { passwordFault } from '../../src/desk/password-rules';
import { hashPassword, isPassword } from '../../src/desk/passwords';

describe('a password', () => {
  it.each([
    ['douze signes', undefined],
    ['onze signes', 'too-short'],
    ['', 'too-short'],
    ['a b'.repeat(66) + 'ab', undefined],
    ['a b'.repeat(66) + 'abc', 'too-long'],
    ['conseiller12', 'login'],
    ['CONSEILLER!!', 'login'],
    ['conseiller de Brest', undefined],
    ['motdepasse12', 'obvious'],
    ['Azertyuiop1!', 'obvious'],
    ['123456789012', 'obvious'],
    ['210987654321', 'obvious'],
    ['aaaaaaaaaaaa', 'obvious'],
    ['638205714926', undefined],
    ['éléphant vert', undefined],
  ] as const)('%j: %s', (password, fault) => {
    expect(passwordFault(password, 'conseiller')).toBe(fault);
  });

  it('is kept with a salt of its own, and found again', async () => {
    const [one, other] = await Promise.all([hashPassword('douze signes'), hashPassword('douze signes')]);
    expect(one).not.toBe(other);
    expect(await isPassword('douze signes', one)).toBe(true);
    expect(await isPassword('douze signe', one)).toBe(false);
    expect(await isPassword('', null)).toBe(false);
  });

  it('may be typed with its accents in one sign or two', async () => {
    const stored = await hashPassword('éléphant vert'.normalize('NFC'));
    expect(await isPassword('éléphant vert'.normalize('NFD'), stored)).toBe(true);
  });
});
