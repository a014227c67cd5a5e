/** Letters that sound as one vowel: « eau », « oi », « ou » … A « y » between consonants sounds as « i ». */
const VOWELS = /[aeiouyàâäéèêëîïôöùûüœæ]+/g;
/** Two vowels that are heard one after the other: « cré-er », « na-ïf », « pa-y-er », « radi-o ». */
const PARTED = /é(?=[aeioué])|(?<=[aeou])[ïëü]|(?<=[bcdfgp][rl])i(?=[aeéo])|(?<=[aou])y(?=[aeéèiou])/g;
/** A closing « e », « es », and the « ent » of a verb, are not heard where another vowel is. Of the words in -ment, -cent,
 *  -dent … the « ent » is heard. */
const MUTE = /(?<=[bcdfghjklmnpqrstvwxzéiuy])(e|es)$|(?<=[aeiouyéè](ll|[lrsv]))ent$/;

/** Syllables of one French word as they are spoken in the north: an estimate by spelling, within one for nearly all words. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-zàâäçéèêëîïôöùûüœæ]/g, '');
  // A number or an abbreviation without a vowel is spelt out: a syllable a sign.
  if (letters === '') return Math.max(1, word.replace(/[^\p{L}\p{N}]/gu, '').length);
  const spoken = letters.replace(/qu|gu(?=[eiéè])/g, 'q').replace(MUTE, '');
  const groups = spoken.match(VOWELS)?.length ?? 0;
  const parted = spoken.match(PARTED)?.length ?? 0;
  return Math.max(1, groups + parted);
}
