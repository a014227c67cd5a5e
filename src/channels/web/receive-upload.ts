import type { Request, Response } from 'express';
import type { Conversations } from '../../conversation/conversations';
import { clientActivityId } from '../../conversation/incoming';
import type { Clock, Ids } from '../../conversation/ports';
import type { Attachment, AttachmentStore } from '../../storage/attachment-store';
import { refuse, type WebSentences } from './direct-line-errors';
import { fileKind } from './file-kind';
import { fileName } from './file-name';
import type { RateLimits } from './rate-limits';
import { readUpload, type SentFile } from './read-upload';
import type { Grant } from './tokens';

export interface UploadDeps {
  conversations: Conversations;
  attachments: AttachmentStore;
  limits: RateLimits;
  ids: Ids;
  clock: Clock;
  sentences: WebSentences;
  /** Largest file that is taken, in megabytes of 1,048,576 bytes; 0: none is. */
  attachmentMaxMb: number;
  /** What a file is called whose name tells nothing. */
  unnamedFile: string;
  /** Takes secrets out of a text. */
  mask: (text: string) => string;
}

/** What one conversation may send in all: a person with more has a fund's own form for it. */
const FILES_A_CONVERSATION = 20;
/** Requests that are read at the same time: each may hold a few files in memory. */
const AT_ONCE = 8;
const COME_BACK_SECONDS = 5;

/** Direct Line's upload: reads the files, looks at what they are, keeps them, and lets the message that brought them take its
 *  turn like any other. What is refused is not kept. */
export function uploads(deps: UploadDeps): (request: Request, response: Response, grant: Grant) => Promise<void> {
  let running = 0;
  return async (request, response, grant) => {
    if (deps.attachmentMaxMb === 0) return refuse(response, 'fileType', deps.sentences);
    const allowance = await deps.limits.message(grant.conversationId);
    if (!allowance.allowed || running >= AT_ONCE) {
      const seconds = allowance.allowed ? COME_BACK_SECONDS : allowance.retryAfterSeconds;
      response.set('Retry-After', String(seconds));
      refuse(response, 'tooMany', deps.sentences);
      return;
    }
    running++;
    try {
      await receive(request, response, grant, deps);
    } finally {
      running--;
    }
  };
}

async function receive(request: Request, response: Response, grant: Grant, deps: UploadDeps): Promise<void> {
  const { conversationId, userId } = grant;
  const upload = await readUpload(request, deps.attachmentMaxMb * 1_048_576);
  if (upload.kind !== 'read') return refuse(response, upload.kind, deps.sentences);
  const known = upload.files.map((file) => ({ ...file, kind: fileKind(file.bytes) }));
  if (known.some(({ kind }) => kind === undefined)) return refuse(response, 'fileType', deps.sentences);
  const { files: before } = await deps.attachments.usage(conversationId);
  if (before + known.length > FILES_A_CONVERSATION) return refuse(response, 'tooManyFiles', deps.sentences);

  const files = await Promise.all(upload.files.map((file) => keep(file, conversationId, deps)));
  const clientId = clientActivityId(upload.activity);
  const receipt = await deps.conversations.accept({
    conversationId,
    channel: 'web',
    activity: { ...upload.activity, type: 'message' },
    files: files.filter((file) => file !== undefined),
    repeatKey: clientId === undefined ? null : `web:${conversationId}:${clientId}`,
    from: userId,
  });
  if (receipt.kind === 'busy') {
    response.set('Retry-After', String(COME_BACK_SECONDS));
    refuse(response, 'busy', deps.sentences);
  } else response.json({ id: receipt.activityId });
}

async function keep(
  { name, bytes }: SentFile,
  conversationId: string,
  { attachments, ids, clock, mask, unnamedFile }: UploadDeps,
): Promise<Attachment | undefined> {
  const kind = fileKind(bytes);
  if (!kind) return undefined;
  const shown = fileName(mask(name.normalize('NFC')), kind, unnamedFile);
  const file = { id: ids.uuid(), name: shown, contentType: kind.contentType, size: bytes.length };
  await attachments.keep({ ...file, conversationId, at: clock.now() }, bytes);
  return file;
}
