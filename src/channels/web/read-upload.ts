import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';

/** A request with files, taken apart; or what is wrong with it. */
export type ReadUpload =
  | { kind: 'read'; activity: Readonly<Record<string, unknown>>; files: readonly SentFile[] }
  | { kind: 'fileTooLarge' | 'tooManyFiles' | 'unreadable' };

export interface SentFile {
  /** As the sender calls it. */
  name: string;
  bytes: Buffer;
}

/** Files in one request: ours carries one, Web Chat sends what was chosen together. */
const FILES_LIMIT = 5;
/** The activity, and the borders between the parts. */
const REST_BYTES = 64 * 1_024;
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/** Reads Direct Line's upload: a part `activity`, and parts with files. No more than the limits is ever held in memory, and a
 *  body that must be too large is not read at all. */
export async function readUpload(request: Request, maxBytes: number): Promise<ReadUpload> {
  const length = Number(request.get('content-length'));
  if (!Number.isSafeInteger(length)) return { kind: 'unreadable' };
  if (length > FILES_LIMIT * maxBytes + REST_BYTES) return { kind: 'fileTooLarge' };
  const parts = new Parts(maxBytes);
  try {
    await pipeline(request, parts.parser(request));
  } catch {
    return { kind: 'unreadable' };
  }
  return parts.result();
}

class Parts {
  private readonly activity: Buffer[] = [];
  private readonly files: { name: string; chunks: Buffer[] }[] = [];
  private fault: 'fileTooLarge' | 'tooManyFiles' | 'unreadable' | undefined;

  constructor(private readonly maxBytes: number) {}

  /** Throws where the body is no form with parts. */
  parser(request: Request): BusboyInstance {
    const parser = new Busboy({
      headers: { ...request.headers, 'content-type': request.get('content-type') ?? '' },
      limits: { fileSize: this.maxBytes, files: FILES_LIMIT + 1, fields: 4, fieldSize: REST_BYTES, parts: 12 },
      isPartAFile: (_field, contentType, name) => name !== undefined && contentType !== ACTIVITY_TYPE,
    });
    parser.on('file', (_field, stream, name) => {
      const chunks: Buffer[] = [];
      this.files.push({ name, chunks });
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => (this.fault ??= 'fileTooLarge'));
      // The form breaks off within the file. Unheard, this error would end the process.
      stream.on('error', () => (this.fault ??= 'unreadable'));
    });
    parser.on('field', (field, value) => {
      if (field === 'activity') this.activity.push(Buffer.from(value));
    });
    parser.on('filesLimit', () => (this.fault = 'tooManyFiles'));
    parser.on('partsLimit', () => (this.fault = 'tooManyFiles'));
    return parser;
  }

  result(): ReadUpload {
    if (this.fault) return { kind: this.fault };
    if (this.files.length > FILES_LIMIT) return { kind: 'tooManyFiles' };
    const activity = activityIn(Buffer.concat(this.activity).toString('utf8'));
    if (!activity || this.files.length === 0) return { kind: 'unreadable' };
    return {
      kind: 'read',
      activity,
      files: this.files.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) })),
    };
  }
}

/** Some clients send no activity with their files: then it is an empty message. */
function activityIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return { type: 'message' };
  try {
    const json = JSON.parse(text) as unknown;
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}
