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
