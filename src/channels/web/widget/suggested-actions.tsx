import type { SuggestedAction } from './activity';
import { fr } from './fr';
import { isProminent } from './offered-actions';

interface SuggestedActionsProps {
  actions: SuggestedAction[];
  onChoose: (action: SuggestedAction) => void;
}

/** The answers one may tap, all in sight: nothing hides behind a carousel. What a person should not have to look for, the
 *  way to an advisor above all, stays at the lower edge while they read. */
export function SuggestedActions({ actions, onChoose }: SuggestedActionsProps) {
  return (
    <>
      <List actions={actions.filter(isProminent)} of="main" onChoose={onChoose} />
      <List actions={actions.filter((action) => !isProminent(action))} of="choice" onChoose={onChoose} />
    </>
  );
}

function List({ actions, of, onChoose }: SuggestedActionsProps & { of: 'main' | 'choice' }) {
  if (actions.length === 0) return null;
  return (
    <ul
      class={of === 'main' ? 'actions prominent' : 'actions'}
      aria-label={of === 'main' ? fr.mainSuggestion : fr.suggestions}
    >
      {actions.map((action, index) => (
        <li key={index}>
          <button type="button" class={of} onClick={() => onChoose(action)}>
            {action.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
