import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Router } from 'express';
import type { Courier } from '../../conversation/courier';
import { ConnectorCourier } from './connector-courier';
import { teamsDoor, type TeamsDoorDeps } from './teams-door';

/** The channel with its two sides: what comes in, and what brings the answers. Both share one way to prove who we are. */
export function createTeams(): { courier: Courier; door(deps: Omit<TeamsDoorDeps, 'adapter'>): Router } {
  const authentication = new ConfigurationBotFrameworkAuthentication({});
  return {
    courier: new ConnectorCourier(authentication),
    door: (deps) => teamsDoor({ ...deps, adapter: new CloudAdapter(authentication) }),
  };
}
