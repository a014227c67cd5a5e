/** The only two ways in which the program learns something that is not passed in. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  /** Opaque, never used twice. */
  uuid(): string;
}
