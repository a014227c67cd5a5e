import { ActivityHandler, ConversationState, MemoryStorage } from 'botbuilder';

/** What we are compared with: botbuilder's own sample with a counter, its state in memory. */
export class EchoBot extends ActivityHandler {
  private readonly state = new ConversationState(new MemoryStorage());

  constructor() {
    super();
    const counter = this.state.createProperty<number>('counter');
    this.onMessage(async (context, next) => {
      const count = (await counter.get(context, 0)) + 1;
      await counter.set(context, count);
      await context.sendActivity(`${count}: ${context.activity.text}`);
      await this.state.saveChanges(context);
      await next();
    });
  }
}
