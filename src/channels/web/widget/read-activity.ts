import type { Activity, ActivitySet, SentFile, SuggestedAction } from './activity';

type Fields = Record<string, unknown>;

/** Reads a Direct Line activity set; what is no message, or has no id, is left out. Never throws. */
export function readActivitySet(json: unknown): ActivitySet {
  const fields = fieldsOf(json);
  return { activities: listOf(fields.activities).flatMap(readActivity), watermark: textOf(fields.watermark) };
}

/** The fields of a JSON object; none of anything else. */
export function fieldsOf(json: unknown): Fields {
  return typeof json === 'object' && json !== null ? (json as Fields) : {};
}

export function textOf(json: unknown): string | undefined {
  return typeof json === 'string' && json !== '' ? json : undefined;
}

function readActivity(json: unknown): Activity[] {
  const fields = fieldsOf(json);
  const from = fieldsOf(fields.from);
  const channelData = fieldsOf(fields.channelData);
  const id = textOf(fields.id);
  const clientActivityId = textOf(channelData.clientActivityID);
  if (!id || fields.type !== 'message') return [];
  const activity: Activity = {
    id,
    author: from.role === 'user' || (from.role !== 'bot' && clientActivityId) ? 'person' : 'assistant',
    authorName: textOf(from.name),
    byAdvisor: textOf(fieldsOf(channelData.guichet).advisor) !== undefined,
    at: dateOf(fields.timestamp),
    text: textOf(fieldsOf(channelData.messageBack).displayText) ?? textOf(fields.text) ?? '',
    actions: listOf(fieldsOf(fields.suggestedActions).actions).flatMap(readAction),
    clientActivityId,
    files: listOf(fields.attachments).flatMap(readFile),
    isAnswer: fieldsOf(channelData.guichet).answer === true,
  };
  return [activity];
}

function readFile(json: unknown): SentFile[] {
  const { name, content } = fieldsOf(json);
  const { size } = fieldsOf(content);
  const named = textOf(name);
  return named ? [{ name: named, bytes: typeof size === 'number' ? size : undefined }] : [];
}

function readAction(json: unknown): SuggestedAction[] {
  const { title: rawTitle, text, displayText, value } = fieldsOf(json);
  const title = textOf(rawTitle);
  if (!title) return [];
  const choice = textOf(fieldsOf(value).choice);
  return [{ title, text: textOf(text) ?? title, displayText: textOf(displayText) ?? title, choice, value }];
}

function listOf(json: unknown): unknown[] {
  return Array.isArray(json) ? (json as unknown[]) : [];
}

function dateOf(json: unknown): Date | undefined {
  const date = new Date(textOf(json) ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
