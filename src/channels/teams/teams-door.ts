import { type Activity, type CloudAdapter, TurnContext } from 'botbuilder';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Conversations } from '../../conversation/conversations';
import type { Ids } from '../../conversation/ports';
import type { AddressStore } from '../../storage/address-store';
import { comesFromHere, leadsHere } from './loopback';
import { referenceOf } from './reference';

export interface TeamsDoorDeps {
  adapter: CloudAdapter;
  conversations: Conversations;
  addresses: AddressStore;
  ids: Ids;
}

export const TEAMS = 'teams';
/** A Bot Framework activity with a card in it stays far below. */
const BODY_LIMIT = '256kb';

/** The Bot Framework's own door (Teams, the local Agents Playground). The SDK alone would take anybody's activity and send the
 *  answer to any address that stands in it; so, without an app id to check tokens by, it serves this machine alone. */
export function teamsDoor(deps: TeamsDoorDeps): Router {
  const router = Router();
  router.post('/', onlyFromHere, json({ limit: BODY_LIMIT }), onlyToHere, (request, response) =>
    deps.adapter.process(request, response, (context) => receive(context, deps)),
  );
  return router;
}

const onlyFromHere: RequestHandler = (request, response, next) => {
  if (comesFromHere(request)) next();
  else refuse(response);
};

const onlyToHere: RequestHandler = (request: Request<unknown, unknown, unknown>, response, next) => {
  const { body } = request;
  const serviceUrl = typeof body === 'object' && body !== null && 'serviceUrl' in body ? body.serviceUrl : undefined;
  if (typeof serviceUrl === 'string' && leadsHere(serviceUrl)) next();
  else refuse(response);
};

function refuse(response: Response): void {
  response
    .status(403)
    .json({ error: { code: 'Forbidden', message: 'Without an app id only this machine is served.' } });
}

/** Acknowledged once it is in the inbox: the answer leaves by the outbox. */
async function receive({ activity }: TurnContext, { conversations, addresses, ids }: TeamsDoorDeps): Promise<void> {
  const repeatKey = repeatKeyOf(activity);
  if (repeatKey === undefined) return;
  const address = { channel: TEAMS, externalId: activity.conversation.id, reference: referenceOf(activity) };
  const receipt = await conversations.accept({
    conversationId: await addresses.resolve(address, ids.uuid()),
    channel: TEAMS,
    activity: { ...activity, text: TurnContext.removeRecipientMention(activity) },
    repeatKey,
    from: activity.from.id,
  });
  // The vendor sends it again.
  if (receipt.kind === 'busy') throw new Error('too many messages wait');
}

/** What is answered: messages, and the bot's own arrival with a greeting. Undefined: nothing to answer. */
function repeatKeyOf({ type, id, conversation, membersAdded, recipient }: Activity): string | undefined {
  if (type === 'message') return `${TEAMS}:${conversation.id}:${id}`;
  const isOurs = type === 'conversationUpdate' && membersAdded?.some((member) => member.id === recipient.id);
  return isOurs ? `${TEAMS}:start:${conversation.id}` : undefined;
}
