import type { SuggestedAction } from './activity';
import type { Entry } from './transcript';

/** The choices the widget gives a place of their own; the server names them. */
const otherWaysChoice = 'other-ways';
/** What a person should not have to look for: the way to an advisor, and sending what was written. */
const prominentChoices: readonly (string | undefined)[] = ['write-to-advisor', 'write-urgent', 'send'];

/** The buttons under the last message: none once the person has answered it, with a button or in words. */
export function offeredActions(entries: Entry[]): SuggestedAction[] {
  const last = entries.filter((entry) => entry.kind !== 'note').at(-1);
  return last?.kind === 'assistant' ? last.actions.filter((action) => action.choice !== otherWaysChoice) : [];
}

/** The way out that every message of the assistant offers: the newest, since it names the question it leaves. */
export function otherWaysAction(entries: Entry[]): SuggestedAction | undefined {
  return entries
    .flatMap((entry) => (entry.kind === 'assistant' ? entry.actions : []))
    .filter((action) => action.choice === otherWaysChoice)
    .at(-1);
}

export function isProminent(action: SuggestedAction): boolean {
  return prominentChoices.includes(action.choice);
}
