import type { TurnContext } from 'botbuilder';
import {
  type Dialog,
  DialogContext,
  DialogReason,
  type DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  type DialogTurnResult,
  DialogTurnStatus,
} from 'botbuilder-dialogs';

/** Where botbuilder-dialogs 4.23 looks for it before it makes one: lib/memory/dialogStateManager.js. */
const CONFIGURATION = 'DialogStateManagerConfiguration';

/** The parts of botbuilder's memory hold nothing of a conversation, but are looked up and checked anew for each turn. Those of
 *  the first turn serve all others. */
let configuration: DialogStateManagerConfiguration | undefined;

/** Botbuilder's stack of dialogs, to the same effect, but for what nobody here hears: its events, and each dialog told of its own
 *  end. `onDialogEvent` and `endDialog` of a dialog are not called. Botbuilder was compiled for engines without `async`, and
 *  each await of its own keeps the turn in memory until a full garbage collection: docs/benchmarks.md has what that costs. */
export class QuietDialogContext extends DialogContext {
  constructor(dialogs: DialogSet, context: TurnContext, state: DialogState) {
    if (configuration) context.turnState.set(CONFIGURATION, configuration);
    super(dialogs, context, state);
    configuration ??= this.state.configuration;
  }

  override async beginDialog(id: string, options?: object): Promise<DialogTurnResult> {
    const dialog = this.dialogNamed(id);
    this.stack.push({ id, state: {} });
    return dialog.beginDialog(this, options);
  }

  override async continueDialog(): Promise<DialogTurnResult> {
    const active = this.activeDialog;
    return active ? this.dialogNamed(active.id).continueDialog(this) : { status: DialogTurnStatus.empty };
  }

  override async endDialog(result?: unknown): Promise<DialogTurnResult> {
    this.stack.pop();
    const active = this.activeDialog;
    if (!active) return { status: DialogTurnStatus.complete, result };
    return this.dialogNamed(active.id).resumeDialog(this, DialogReason.endCalled, result);
  }

  override async replaceDialog(id: string, options?: object): Promise<DialogTurnResult> {
    this.stack.pop();
    return this.beginDialog(id, options);
  }

  override async cancelAllDialogs(): Promise<DialogTurnResult> {
    const cancelled = this.stack.splice(0);
    return { status: cancelled.length > 0 ? DialogTurnStatus.cancelled : DialogTurnStatus.empty };
  }

  private dialogNamed(id: string): Dialog {
    const dialog = this.findDialog(id);
    if (!dialog) throw new Error(`there is no dialog "${id}"`);
    return dialog;
  }
}
