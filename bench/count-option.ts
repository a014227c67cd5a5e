/** A number of things, as it was typed. Throws what `parseArgs` throws for wrong usage. */
export function countOption(name: string, typed: string): number {
  if (/^[1-9]\d*$/.test(typed)) return Number(typed);
  const error = new Error(`--${name} must be a whole number above 0, got "${typed}"`);
  throw Object.assign(error, { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
}
