import type { SuggestedAction } from './activity';
import { fr } from './fr';
import { isProminent } from './offered-actions';

interface SuggestedActionsProps {
  actions: SuggestedAction[];
  onChoose: (action: SuggestedAction) => void;
}

/** The answers one may tap, all in sight: nothing hides behind a carousel, least of all « Écrire à un conseiller ». */
export function SuggestedActions({ actions, onChoose }: SuggestedActionsProps) {
  if (actions.length === 0) return null;
  return (
    <ul class="actions" aria-label={fr.suggestions}>
      {actions.map((action, index) => (
        <li key={index} class={isProminent(action) ? 'prominent' : undefined}>
          <button type="button" class={isProminent(action) ? 'main' : 'choice'} onClick={() => onChoose(action)}>
            {action.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
