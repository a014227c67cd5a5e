import { findLongCards, findShortCards } from './cards';
import { findIbans } from './ibans';
import { findPasswords } from './passwords';
import type { Finding, SecretKind, Span } from './secret';
import { findCertainNirs, findLikelyNirs } from './social-security-numbers';
import { joinOverlaps, overlap, replaceSpans } from './spans';

export interface Masked {
  text: string;
  /** Each kind that was found, once. */
  kinds: readonly SecretKind[];
}

/** The surest first: where two claim a place, it is called what the first says, and masked as far as either goes. */
const FINDERS: readonly ((text: string) => Finding[])[] = [
  findIbans,
  findCertainNirs,
  findLongCards,
  findLikelyNirs,
  findShortCards,
  findPasswords,
];

/** Puts `labels[kind]`, none of them empty, in the place of each secret. Masking a masked text changes nothing. */
export function maskText(text: string, labels: Readonly<Record<SecretKind, string>>): Masked {
  const labelled = Object.values(labels).flatMap((label) => placesOf(label, text));
  const found = FINDERS.flatMap((find) => find(text));
  const secrets = joinOverlaps(found.filter((finding) => !labelled.some((label) => overlap(finding, label))));
  return {
    text: replaceSpans(text, secrets, ({ kind }) => labels[kind]),
    kinds: [...new Set(secrets.map(({ kind }) => kind))],
  };
}

/** « est [mot de passe masqué] » announces no new password. */
function placesOf(label: string, text: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(label); start >= 0; start = text.indexOf(label, start + label.length)) {
    places.push({ start, end: start + label.length });
  }
  return places;
}
