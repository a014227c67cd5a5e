/** Shown where a postcode is asked. */
export const EXAMPLE_POSTCODE = '35000';

/** Five digits, also written « 35 000 »; undefined for anything else. */
export function readPostcode(text: string): string | undefined {
  return /(?<!\d)(\d{2})\s?(\d{3})(?!\d)/.exec(text)?.slice(1).join('');
}
