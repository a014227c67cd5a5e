import type { Attempt, Facts } from './conversation-state';

/** The two-attempt rule as pure functions: what counts, what closes, what stays on offer. */

/** A person who comes back after a day begins a new matter; until then nothing is forgotten. */
export const OFFER_HOURS = 24;

/** Failed attempts that are remembered; the form asks which one it is about. */
const REMEMBERED_FAILURES = 5;

/** Turns in a row without an answered question after which the way out is shown, whatever they were. */
export const UNANSWERED_TURNS_LIMIT = 3;

/** What has lapsed by `at`: the offer after 24 hours, everything else after 24 hours of silence. */
export function forgetLapsed(facts: Facts, at: Date): Facts {
  const { lastTurnAt, escalatedAt } = facts;
  const silent = lastTurnAt !== null && hoursBetween(lastTurnAt, at) >= OFFER_HOURS;
  const lapsed = escalatedAt !== null && hoursBetween(escalatedAt, at) >= OFFER_HOURS;
  return {
    ...facts,
    ...(silent && {
      attempt: null,
      failures: [],
      refused: [],
      humanRequests: 0,
      unansweredTurns: 0,
      draft: null,
      unrouted: null,
    }),
    ...(lapsed && { escalatedAt: null, failures: [] }),
  };
}

function hoursBetween(from: string, to: Date): number {
  return (to.getTime() - Date.parse(from)) / 3_600_000;
}

/** A new question. An attempt that was left without Oui or Non stays uncounted. */
export function openAttempt(facts: Facts, question: string): Facts {
  return { ...facts, attempt: { question, shown: [], close: [] } };
}

/** Something is shown for the question at hand. */
export function showTopics(facts: Facts, shown: readonly string[], close: readonly string[]): Facts {
  const attempt: Attempt = facts.attempt ?? { question: '', shown: [], close: [] };
  return { ...facts, attempt: { ...attempt, shown, close } };
}

/** « Non », « Aucune », nothing found: the attempt has failed, and what it showed is not shown again as the answer. */
export function failAttempt(facts: Facts, at: Date): Facts {
  const { question, shown } = facts.attempt ?? { question: '', shown: [] };
  const failure = { question, topics: shown, at: at.toISOString() };
  return {
    ...facts,
    attempt: null,
    failures: [...facts.failures, failure].slice(-REMEMBERED_FAILURES),
    refused: [...new Set([...facts.refused, ...shown])],
  };
}

/** « Oui »: the matter is closed, the count begins anew, and nothing is on offer any more. */
export function closeSatisfied(facts: Facts): Facts {
  return { ...facts, attempt: null, failures: [], refused: [], escalatedAt: null, humanRequests: 0 };
}

/** « Oui, c'est bien ma question » to an answer of another body: neither a failure nor the fund's success. */
export function closeElsewhere(facts: Facts): Facts {
  return { ...facts, attempt: null };
}

/** Writing to an advisor is on offer from now on, or still. */
export function offerAdvisor(facts: Facts, at: Date): Facts {
  return { ...facts, escalatedAt: facts.escalatedAt ?? at.toISOString() };
}

/** Whether this topic was just refused, or shown for the last question and not confirmed. */
export function wasShown(facts: Facts, topic: string): boolean {
  return facts.refused.includes(topic) || (facts.attempt?.shown.includes(topic) ?? false);
}
