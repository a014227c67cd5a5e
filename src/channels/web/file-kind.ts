/** A kind of file that is taken: what it is called, and how its name ends. */
export interface FileKind {
  contentType: 'application/pdf' | 'image/jpeg' | 'image/png';
  ending: '.pdf' | '.jpg' | '.png';
}

const PDF: FileKind = { contentType: 'application/pdf', ending: '.pdf' };
const JPEG: FileKind = { contentType: 'image/jpeg', ending: '.jpg' };
const PNG: FileKind = { contentType: 'image/png', ending: '.png' };

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
/** Programs write a few bytes after a PDF's last mark; the format's own appendix looks for it in the last 1,024. */
const PDF_TAIL = 1_024;

/** What a file is by its bytes, head and end: neither its name nor what the sender calls it is asked. Undefined: none that is
 *  taken, or only the beginning of one. */
export function fileKind(bytes: Buffer): FileKind | undefined {
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    return bytes.subarray(-PDF_TAIL).includes('%%EOF') ? PDF : undefined;
  }
  if (startsWith(bytes, PNG_HEAD)) return isWholePng(bytes) ? PNG : undefined;
  // Telephones write more after a picture's end: a moving picture, a map of depths.
  if (startsWith(bytes, JPEG_HEAD)) return bytes.includes(JPEG_END, JPEG_HEAD.length) ? JPEG : undefined;
  return undefined;
}

function isWholePng(bytes: Buffer): boolean {
  return (
    bytes.toString('latin1', 12, 16) === 'IHDR' &&
    bytes.toString('latin1', bytes.length - 8, bytes.length - 4) === 'IEND'
  );
}

function startsWith(bytes: Buffer, head: Buffer): boolean {
  return bytes.subarray(0, head.length).equals(head);
}
