/** A message, as the widget reads it from a Bot Framework activity. `at` is the server's clock; `text` is the limited Markdown of `markdown.tsx`. */
export interface Activity {
  id: string;
  author: 'person' | 'assistant';
  authorName: string | undefined;
  /** Written by an advisor: then the name is shown, not only said to screen readers. */
  byAdvisor: boolean;
  at: Date | undefined;
  text: string;
  actions: SuggestedAction[];
  /** The id the widget gave its own message: joins the server's echo to the bubble already on screen. */
  clientActivityId: string | undefined;
  /** Files that the person sent with it. */
  files: SentFile[];
  /** An article's answer: whether it was useful may be said. */
  isAnswer: boolean;
}

/** `bytes` is undefined where the server does not tell it. */
export interface SentFile {
  name: string;
  bytes: number | undefined;
}

/** A button under a message. `value` goes back to the server untouched; only its `choice` is looked at, to place the button. */
export interface SuggestedAction {
  title: string;
  text: string;
  displayText: string;
  choice: string | undefined;
  value: unknown;
}

/** `watermark` is a decimal string: all activities up to it have been given. */
export interface ActivitySet {
  activities: Activity[];
  watermark: string | undefined;
}

/** A message of the person, as the widget sends it; a retry sends the same `clientActivityId`. */
export interface OutgoingMessage {
  clientActivityId: string;
  text: string;
  displayText: string;
  value?: unknown;
}

/** A file on its way. `progress` is told as a share, 0 to 1; `signal` calls it off. A retry sends the same `clientActivityId`. */
export interface OutgoingFile {
  clientActivityId: string;
  file: File;
  progress: (share: number) => void;
  signal: AbortSignal;
}

/** What the person thinks of an answer; `about` is that activity's id. Given again, it replaces the first. */
export interface Opinion {
  about: string;
  useful: boolean;
  comment: string;
}
