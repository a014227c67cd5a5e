/** A commune's name for comparing: no accents, case, hyphens and apostrophes; St and Ste in full. */
export function comparableName(commune: string): string {
  return commune
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
}
