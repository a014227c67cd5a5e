import type { Response } from 'express';

/** What a refusal says to the person; the sentences come from texts.fr.yaml. */
export interface WebSentences {
  tooMany: string;
  busy: string;
  tooLong: string;
  expired: string;
  forbidden: string;
  gone: string;
  notFound: string;
  unreadable: string;
  broken: string;
  fileType: string;
  fileTooLarge: string;
  tooManyFiles: string;
}

const STATUS = {
  tooMany: { status: 429, code: 'TooManyRequests' },
  busy: { status: 503, code: 'ServiceUnavailable' },
  tooLong: { status: 413, code: 'MessageTooLong' },
  expired: { status: 403, code: 'TokenExpired' },
  forbidden: { status: 403, code: 'Forbidden' },
  gone: { status: 404, code: 'ConversationNotFound' },
  notFound: { status: 404, code: 'NotFound' },
  unreadable: { status: 400, code: 'BadArgument' },
  broken: { status: 500, code: 'ServerError' },
  fileType: { status: 415, code: 'UnsupportedFileType' },
  fileTooLarge: { status: 413, code: 'FileTooLarge' },
  tooManyFiles: { status: 413, code: 'TooManyFiles' },
} as const satisfies Record<keyof WebSentences, { status: number; code: string }>;

/** Direct Line's error shape: `{ error: { code, message } }`. */
export function refuse(response: Response, reason: keyof WebSentences, sentences: WebSentences): void {
  const { status, code } = STATUS[reason];
  response.status(status).json({ error: { code, message: sentences[reason] } });
}
