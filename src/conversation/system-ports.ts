/* eslint-disable no-restricted-syntax -- this file is where time and ids are made; everyone else takes them from here */
import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from './ports';

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = { uuid: () => randomUUID() };
