/** What one benchmark found. Keys in snake_case, each with its unit at its end; ratios compare figures of one run. */
export interface Measured {
  figures: Record<string, number>;
  ratios: Record<string, number>;
}

/** One benchmark. `args`: what the user typed after its name. `tell`: a line on how far it is; never on stdout.
 *  Throws what `parseArgs` throws for unknown options. */
export type Bench = (args: string[], tell: (line: string) => void) => Promise<Measured>;
