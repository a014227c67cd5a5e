import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { clausesOf, wordsOf } from './phrases';
import type { Texts } from './texts';

/** What a person sent, as far as the dialogs look at it. */
export interface IncomingMessage {
  /** Without what was masked, without mark-up, trimmed. */
  text: string;
  /** The text's plain words, for comparing. */
  words: readonly string[];
  button: ButtonValue | null;
  /** Kinds of secrets that were masked in it. */
  masked: readonly string[];
  /** Whether something came that is no text: a file, a card. */
  hasAttachment: boolean;
  /** Files that the door has kept. */
  files: readonly ReceivedFile[];
}

export interface ReceivedFile {
  id: string;
  name: string;
}

/** What a button sends back; `ask` names the question it answers, `menu` is always on the screen. */
export type ButtonValue = z.infer<typeof buttonSchema>;

const buttonSchema = z.object({
  v: z.literal(1),
  ask: z.string().max(80),
  choice: z.string().max(80),
  topic: z.string().max(80).optional(),
});

const fileSchema = z.object({ name: z.string(), content: z.object({ id: z.string() }) });

function readFile(attachment: unknown): ReceivedFile[] {
  const file = fileSchema.safeParse(attachment);
  return file.success ? [{ id: file.data.content.id, name: file.data.name }] : [];
}

/** Most messages come without one. */
function readButton(value: unknown): ButtonValue | null {
  const button = value === undefined ? undefined : buttonSchema.safeParse(value);
  return button?.success ? button.data : null;
}

/** The ask of buttons that stay valid whatever is pending. */
export const MENU = 'menu';

export function readMessage(activity: Partial<Activity>, texts: Texts): IncomingMessage {
  const text = withoutMarkup(withoutLabels(activity.text ?? '', texts));
  return {
    text,
    words: wordsOf(text),
    button: readButton(activity.value),
    masked: maskedKinds(activity),
    hasAttachment: (activity.attachments?.length ?? 0) > 0,
    files: (activity.attachments ?? []).flatMap(readFile),
  };
}

/** The same message with other words: what an emergency notice had put aside, what followed a « non ». */
export function withText(message: IncomingMessage, text: string): IncomingMessage {
  return { ...message, text, words: wordsOf(text), button: null };
}

/** « mon numéro est [numéro de sécurité sociale masqué] » is no question: what was masked goes, and the clause that leads
 *  to it where others are left. */
function withoutLabels(text: string, texts: Texts): string {
  const labels = [texts.say('mask.nir'), texts.say('mask.iban'), texts.say('mask.card'), texts.say('mask.password')];
  if (!labels.some((label) => text.includes(label))) return text;
  const others = clausesOf(text).filter((clause) => !labels.some((label) => clause.includes(label)));
  return others.length > 0 ? others.join('. ') : labels.reduce((rest, label) => rest.replaceAll(label, ' '), text);
}

/** Tags are dropped with the code they may hold: people paste pages. What is left is only ever shown as text. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<(script|style)\b[^<]*(?:<(?!\/\1)[^<]*)*(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

const maskedSchema = z.object({ masked: z.array(z.string()) });

function maskedKinds(activity: Partial<Activity>): readonly string[] {
  const kinds = maskedSchema.safeParse(activity.channelData);
  return kinds.success ? kinds.data.masked : [];
}
