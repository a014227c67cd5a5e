import { TurnContext } from 'botbuilder';
import {
  Dialog,
  DialogContext,
  type DialogReason,
  DialogSet,
  type DialogState,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import fc from 'fast-check';
import { QuietDialogContext } from '../../src/conversation/quiet-dialog-context';
import { SilentAdapter } from '../../src/conversation/silent-adapter';

/** Waits for one message and ends with it. */
class Wait extends Dialog {
  override beginDialog = () => Promise.resolve(Dialog.EndOfTurn);

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.endDialog(dc.context.activity.text);
  }
}

/** Waits for two messages, keeps the first on the stack, and ends with both. */
class Twice extends Dialog {
  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.beginDialog('wait');
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result: string): Promise<DialogTurnResult> {
    const active = dc.activeDialog;
    const { first } = (active?.state ?? {}) as { first?: string };
    if (first !== undefined) return dc.endDialog(`${first}, ${result}`);
    if (active) active.state = { first: result };
    return dc.beginDialog('wait');
  }
}

/** Hands over to the other. */
class Swap extends Dialog {
  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.replaceDialog('twice', { from: this.id });
  }
}

const dialogs = new DialogSet().add(new Wait('wait')).add(new Twice('twice')).add(new Swap('swap'));

type Step = { do: 'begin' | 'replace'; id: string } | { do: 'continue' | 'cancel' | 'end' };

const steps = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('begin', 'replace'), id: fc.constantFrom('wait', 'twice', 'swap') }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('continue', 'continue', 'continue', 'cancel', 'end') }) },
  ),
  { maxLength: 12 },
) as fc.Arbitrary<Step[]>;

type Contexts = typeof DialogContext | typeof QuietDialogContext;

/** The results of all steps, each a turn of its own, and the stack after each. */
async function walk(Context: Contexts, path: readonly Step[]): Promise<unknown[]> {
  let state: DialogState = { dialogStack: [] };
  const seen: unknown[] = [];
  for (const [turn, step] of path.entries()) {
    const context = new TurnContext(new SilentAdapter(), { type: 'message', text: `message ${turn}` });
    const result = await take(new Context(dialogs, context, state), step);
    state = structuredClone(state);
    seen.push(result, structuredClone(state));
  }
  return seen;
}

function take(dc: DialogContext, step: Step): Promise<DialogTurnResult> {
  switch (step.do) {
    case 'begin':
      return dc.beginDialog(step.id);
    case 'replace':
      return dc.replaceDialog(step.id);
    case 'continue':
      return dc.continueDialog();
    case 'cancel':
      return dc.cancelAllDialogs();
    case 'end':
      return dc.endDialog('ended');
  }
}

test('whatever dialogs do, the results and the stack are those of botbuilder’s own context', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (path) => {
      expect(await walk(QuietDialogContext, path)).toEqual(await walk(DialogContext, path));
    }),
    { numRuns: 300 },
  );
});

test('a dialog that nobody knows is told of, and the stack stays as it was', async () => {
  const state: DialogState = { dialogStack: [] };
  const dc = new QuietDialogContext(dialogs, new TurnContext(new SilentAdapter(), { type: 'message' }), state);
  await expect(dc.beginDialog('gone')).rejects.toThrow('there is no dialog "gone"');
  expect(state.dialogStack).toEqual([]);
});

test('the parts of the dialogs’ memory are looked up once for all turns, and each turn sees its own', () => {
  const memoryOf = (text: string) => {
    const context = new TurnContext(new SilentAdapter(), { type: 'message', text });
    return new QuietDialogContext(dialogs, context, { dialogStack: [] }).state;
  };
  const [first, second] = [memoryOf('bonjour'), memoryOf('merci')];
  expect(second.configuration).toBe(first.configuration);
  expect(second.getValue('turn.activity.text')).toBe('merci');
});
