/** A text without the NUL character: PostgreSQL keeps none in a text, and a number that one stands in would not be masked. To be
 *  used before masking, on whatever text comes in. */
export function storable(text: string): string {
  return text.replaceAll('\0', '');
}
