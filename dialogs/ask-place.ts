import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { AskDialog, type AskResult } from './ask';
import type { Place } from './conversation-state';
import { EXAMPLE_POSTCODE, readPostcode } from './postcode';
import { sayContacts } from './recommend-contact';
import { TriageDialog } from './triage';
import { type Turn, turnOf } from './turn';

const ABROAD = 'etranger';

/** « Où habitez-vous ? », once, before the contacts are shown: hours and numbers depend on it. Not telling is an answer. */
export class AskPlaceDialog extends Dialog {
  static readonly id = 'ask-place';

  constructor() {
    super(AskPlaceDialog.id);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { texts } = turn.ports;
    turn.facts = { ...turn.facts, placeAsked: true };
    turn.wayOutShown = true;
    return dc.beginDialog(AskDialog.id, {
      kind: 'place',
      text: texts.say('place.ask'),
      choices: [
        { choice: 'abroad', title: texts.say('place.abroad') },
        { choice: 'skip', title: texts.say('place.skip') },
      ],
    });
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: AskResult): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const postcode = readPostcode(turn.message.text);
    if (result.kind === 'choice') {
      if (result.choice === 'abroad') keepPlace(turn, { postcode: null, territory: ABROAD, fund: null });
    } else if (postcode) keepPlace(turn, placeOf(turn, postcode));
    else if (turn.message.words.length > 1) return dc.replaceDialog(TriageDialog.id);
    else turn.reply.say('place.wrong', { example: EXAMPLE_POSTCODE });
    sayContacts(turn, [], 'how');
    return dc.endDialog();
  }
}

function placeOf(turn: Turn, postcode: string): Place {
  const { funds } = turn.ports;
  const fund = funds.ofPostcode(postcode);
  return { postcode, territory: funds.territoryOf(postcode), fund: fund.kind === 'fund' ? fund.code : null };
}

function keepPlace(turn: Turn, place: Place): void {
  turn.facts = { ...turn.facts, place };
}
