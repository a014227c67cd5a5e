/** No line begins with « : » or ends with « « », and « 36 46 » or « 10 h » is not torn: no-break spaces where French wants them. */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?»])|(?<=«) |(?<=\d) (?=[\dh])/g, '\u00a0');
}
