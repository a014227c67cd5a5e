import { TurnContext } from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import { DialogMemory } from '../../src/conversation/dialog-memory';
import { SilentAdapter } from '../../src/conversation/silent-adapter';

test('the parts of the dialogs’ memory are looked up once for all turns, and each turn sees its own', async () => {
  const state: DialogState = { dialogStack: [] };
  const dialogs = new DialogSet({
    get: () => Promise.resolve(state),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  });
  const memory = new DialogMemory();
  const turnOf = async (text: string) => {
    const context = new TurnContext(new SilentAdapter(), { type: 'message', text });
    memory.bringTo(context);
    const dialogContext = await dialogs.createContext(context);
    memory.keepOf(dialogContext);
    return dialogContext.state;
  };
  const [first, second] = [await turnOf('bonjour'), await turnOf('merci')];
  expect(second.configuration).toBe(first.configuration);
  expect(second.getValue('turn.activity.text')).toBe('merci');
});
