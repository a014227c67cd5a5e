import type { Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { type Courier, NotDelivered } from '../../conversation/courier';
import type { OutgoingMessage } from '../../storage/outbox-store';
import { leadsHere } from './loopback';
import { readReference, type Reference } from './reference';

/** What the vendor says when another try would end the same way: https://learn.microsoft.com/azure/bot-service/rest-api/ */
const HOPELESS: readonly unknown[] = [400, 403, 404, 405, 410, 413];

/** Brings messages by the Bot Framework's connector: `POST {serviceUrl}/v3/conversations/{id}/activities`. */
export class ConnectorCourier implements Courier {
  private readonly clients = new Map<string, Promise<ConnectorClient>>();

  constructor(private readonly authentication: BotFrameworkAuthentication) {}

  async bring({ activity, reference: kept }: OutgoingMessage, signal: AbortSignal): Promise<void> {
    if (kept === undefined) throw new NotDelivered('nobody knows where this conversation is', 'never');
    const reference = readReference(kept);
    if (!leadsHere(reference.serviceUrl))
      throw new NotDelivered('without an app id only this machine is served', 'never');
    const client = await this.clientFor(reference.serviceUrl);
    const { id: conversationId } = reference.conversation;
    await client.conversations
      .sendToConversation(conversationId, addressed(activity as Partial<Activity>, reference), { abortSignal: signal })
      .catch((error: unknown) => Promise.reject(asNotDelivered(error)));
  }

  private clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    const made = this.authentication.createConnectorFactory(anonymous()).create(serviceUrl, '');
    this.clients.set(serviceUrl, made);
    return made;
  }
}

/** Our own ids mean nothing to the vendor, who gives its own. */
function addressed(
  activity: Partial<Activity>,
  { conversation, channelId, serviceUrl, bot, person }: Reference,
): Partial<Activity> {
  const { type, text, textFormat, locale, inputHint, suggestedActions } = activity;
  return {
    ...{ type, text, textFormat, locale, inputHint, suggestedActions, channelId, serviceUrl },
    conversation: { id: conversation.id, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: bot, name: '' },
    recipient: { id: person, name: '' },
  };
}

function anonymous(): ClaimsIdentity {
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  return new ClaimsIdentity([AudienceClaim, AppIdClaim].map((type) => ({ type, value: '' })));
}

function asNotDelivered(error: unknown): NotDelivered {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status !== 'number') return new NotDelivered('no answer from the connector');
  const again = HOPELESS.includes(status) ? 'never' : 'as-usual';
  return new NotDelivered(`the connector answered ${status}`, again);
}
