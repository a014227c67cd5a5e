import type { SuggestedAction } from './activity';
import type { Entry } from './transcript';

/** The choices the widget gives a place of their own; the server names them. */
const otherWaysChoice = 'other-ways';
const advisorChoice = 'write-to-advisor';

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

export function leadsToAdvisor(action: SuggestedAction): boolean {
  return action.choice === advisorChoice;
}
