/** What is never kept nor logged, whoever typed it. */
export type SecretKind = 'nir' | 'iban' | 'card' | 'password';

/** Where a secret stands in a text: offsets, `end` after the last character. */
export interface Finding {
  kind: SecretKind;
  start: number;
  end: number;
}
