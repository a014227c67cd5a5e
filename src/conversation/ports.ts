/** The only two ways in which the program learns something that is not passed in. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  /** Opaque, never used twice. */
  uuid(): string;
  /** So many decimal digits, each as likely as the others. Short: whoever uses them checks that they are free. */
  digits(count: number): string;
  /** So many characters of an alphabet, each as likely as the others; nobody can guess them. */
  letters(count: number, alphabet: string): string;
}
