import { DateTime } from 'luxon';
import type { Content } from '../load-content';
import type { Problem } from '../problem';

/** Benefits and rules change every year; what nobody looked at for two is not to be trusted. */
const WARNING_YEARS = 1;
const ERROR_YEARS = 2;
/** Time to find what comes after. */
const ENDS_SOON_DAYS = 30;

interface Dated {
  file: string;
  line: number;
  reviewed: string;
  until?: string | undefined;
  /** An emergency number is said whatever its age: so its review is an alarm as soon as it is due. */
  safety?: boolean;
}

/** What is overdue, ended or about to end on `day` (ISO). Asked for only (`--due`, `--at`): a test run must not turn red by
 *  the calendar. */
export function reviewDates(content: Content, day: string): Problem[] {
  return dated(content).flatMap((one) => [...overdue(one, day), ...ended(one, day)]);
}

/** The safety numbers whose review is overdue on `day` (ISO), by the id of their facts. */
export function overdueSafetyNumbers({ facts, safety }: Pick<Content, 'facts' | 'safety'>, day: string): string[] {
  return [...safetyIds({ safety })].filter((id) => {
    const fact = facts.value.facts[id];
    return fact !== undefined && yearsBetween(fact.reviewed, day) > WARNING_YEARS;
  });
}

function dated(content: Content): Dated[] {
  const { facts, contacts } = content;
  const safety = safetyIds(content);
  return [
    ...content.articles.map(({ file, reviewed, valid, lineOf }) => ({ file, reviewed, until: valid?.until, line: lineOf(['reviewed']) })),
    ...Object.entries(facts.value.facts).map(([id, { reviewed, valid }]) => ({
      ...{ file: 'knowledge/facts.yaml', line: facts.lineOf(['facts', id, 'reviewed']) },
      ...{ reviewed, until: valid?.until, safety: safety.has(id) },
    })),
    ...Object.entries(contacts.value.timetables).map(([id, { reviewed }]) => ({
      ...{ file: 'knowledge/contacts.yaml', line: contacts.lineOf(['timetables', id, 'reviewed']), reviewed },
    })),
    ...(['funds', 'communes'] as const).map((name) => ({
      ...{ file: `knowledge/${name}.yaml`, line: content[name].lineOf(['reviewed']), reviewed: content[name].value.reviewed },
    })),
  ];
}

function overdue({ file, line, reviewed, safety }: Dated, day: string): Problem[] {
  const years = yearsBetween(reviewed, day);
  if (years <= WARNING_YEARS) return [];
  const severity = safety || years > ERROR_YEARS ? 'error' : 'warning';
  const message = `last reviewed on ${reviewed}${safety ? ', and an emergency number' : ''}`;
  return [{ file, line, severity, rule: 'review-date', message }];
}

function ended({ file, line, until }: Dated, day: string): Problem[] {
  if (until === undefined) return [];
  const days = DateTime.fromISO(until).diff(DateTime.fromISO(day), 'days').days;
  if (days > ENDS_SOON_DAYS) return [];
  const message = days < 0 ? `ended on ${until}: it is no longer said` : `ends on ${until}: find what comes after`;
  return [{ file, line, severity: 'warning', rule: 'ended', message }];
}

function safetyIds({ safety }: Pick<Content, 'safety'>): Set<string> {
  return new Set(Object.values(safety.value.emergencies).flatMap(({ numbers }) => numbers));
}

function yearsBetween(from: string, to: string): number {
  return DateTime.fromISO(to).diff(DateTime.fromISO(from), 'years').years;
}
