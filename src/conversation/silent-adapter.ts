import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';

/** Carries a turn's context and sends nothing: what the dialogs say is the turn's result, and leaves after its commit.
 *  A `trace` is dropped; anything else sent from inside a dialog is a mistake. */
export class SilentAdapter extends BotAdapter {
  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent = activities.find(({ type }) => type !== 'trace');
    if (sent) throw new Error(`a dialog sent a ${sent.type} itself instead of saying it in the turn's reply`);
    return activities.map(() => ({ id: '' }));
  }

  updateActivity(): Promise<void> {
    return Promise.reject(new Error('a turn changes no activity'));
  }

  deleteActivity(): Promise<void> {
    return Promise.reject(new Error('a turn deletes no activity'));
  }

  continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('a turn begins no other conversation'));
  }
}
