/** What is never kept nor logged, whoever typed it. */
export type SecretKind = 'nir' | 'iban' | 'card' | 'password';

/** A part of a text: offsets, `end` after the last character. */
export interface Span {
  start: number;
  end: number;
}

/** Where a secret stands in a text. */
export interface Finding extends Span {
  kind: SecretKind;
}
