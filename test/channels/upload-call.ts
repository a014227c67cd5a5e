import type { Answer, Open, Refusal } from './direct-line-calls';

/** A file as a person's device holds it. */
export interface File {
  name: string;
  bytes: Buffer | string;
  type?: string;
}

export const PDF = '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';
/** One grey point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
export const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), Buffer.from([0xff, 0xd9])]);

/** Sends files as Direct Line's clients do. `activity` null: none is sent along. */
export async function upload(
  address: string,
  { conversationId, token }: Open,
  files: readonly File[],
  activity: object | null = { type: 'message', text: '' },
): Promise<Answer<{ id: string } & Refusal>> {
  const form = new FormData();
  if (activity) {
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  }
  for (const { name, bytes, type = 'application/octet-stream' } of files) {
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
  }
  const response = await fetch(`${address}/directline/conversations/${conversationId}/upload?userId=somebody`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { id: string } & Refusal,
  };
}
