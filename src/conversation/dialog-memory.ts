import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogStateManagerConfiguration } from 'botbuilder-dialogs';

/** Where botbuilder-dialogs 4.23 looks for it before it makes one: lib/memory/dialogStateManager.js. */
const CONFIGURATION = 'DialogStateManagerConfiguration';

/** The parts of botbuilder's memory hold nothing of a conversation, but are looked up and checked anew for each turn: a twentieth of
 *  its time. Those of the first turn serve all others. */
export class DialogMemory {
  private configuration: DialogStateManagerConfiguration | undefined;

  /** Before a dialog context is made. */
  bringTo(context: TurnContext): void {
    if (this.configuration) context.turnState.set(CONFIGURATION, this.configuration);
  }

  /** After one was made. */
  keepOf({ state }: DialogContext): void {
    this.configuration ??= state.configuration;
  }
}
