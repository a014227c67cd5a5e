import { Dialog } from 'botbuilder-dialogs';

/** What all our dialogs are. Botbuilder tells a dialog of each activity and of its own end; ours hear of both where they happen.
 *  Each of its own awaits is dear (docs/benchmarks.md, « As measured »), and these say nothing. */
export abstract class QuietDialog<O extends object = object> extends Dialog<O> {
  override onDialogEvent(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override endDialog(): Promise<void> {
    return Promise.resolve();
  }
}
