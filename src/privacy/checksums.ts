/** IBAN, ISO 13616: head moved to the end, letters as numbers, remainder 1 by 97. In capitals, without gaps. */
export function hasIbanChecksum(iban: string): boolean {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}

/** Payment cards, SIREN and SIRET, ISO/IEC 7812: every second digit from the right doubled, sum divisible by ten. */
export function hasLuhnChecksum(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/** The number of an employer's site: fourteen figures, of which the first nine are the employer's. */
export function isSiret(digits: string): boolean {
  return /^\d{14}$/.test(digits) && hasLuhnChecksum(digits) && hasLuhnChecksum(digits.slice(0, 9));
}

/** Key of a NIR of fifteen characters: 97 less the remainder by 97, the departments 2A and 2B counted as 19 and 18. */
export function hasNirKey(nir: string): boolean {
  const number = Number(nir.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return nir.length === 15 && 97 - (number % 97) === Number(nir.slice(13));
}
