/** « avis.pdf (1,2 Mo) »; from a tenth of a megabyte on in megabytes, below in kilobytes. */
export function fileSize(name: string, bytes: number | undefined): string {
  if (bytes === undefined) return name;
  const inMegabytes = bytes >= 104_858;
  const value = inMegabytes ? bytes / 1_048_576 : Math.max(1, Math.round(bytes / 1_024));
  const words = value.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return `${name} (${words}\u00a0${inMegabytes ? 'Mo' : 'Ko'})`;
}
