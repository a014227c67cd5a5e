import { DateTime } from 'luxon';
import type { Content } from '../load-content';
import type { Problem } from '../problem';

/** Benefits and rules change every year; what nobody looked at for two is not to be trusted. */
const WARNING_YEARS = 1;
const ERROR_YEARS = 2;

/** Reviews overdue on `day` (ISO). Asked for only (`--due`, `--at`): a test run must not turn red by the calendar. */
export function reviewDates(content: Content, day: string): Problem[] {
  const reviews = [
    ...content.articles.map(({ file, reviewed, lineOf }) => ({ file, reviewed, line: lineOf(['reviewed']) })),
    ...Object.entries(content.facts.value.facts).map(([id, { reviewed }]) => ({
      file: 'knowledge/facts.yaml',
      reviewed,
      line: content.facts.lineOf(['facts', id, 'reviewed']),
    })),
    ...Object.entries(content.contacts.value.timetables).map(([id, { reviewed }]) => ({
      file: 'knowledge/contacts.yaml',
      reviewed,
      line: content.contacts.lineOf(['timetables', id, 'reviewed']),
    })),
    ...(['funds', 'communes'] as const).map((name) => ({
      file: `knowledge/${name}.yaml`,
      reviewed: content[name].value.reviewed,
      line: content[name].lineOf(['reviewed']),
    })),
  ];
  return reviews.flatMap(({ file, reviewed, line }) => {
    const years = DateTime.fromISO(day).diff(DateTime.fromISO(reviewed), 'years').years;
    if (years <= WARNING_YEARS) return [];
    const severity = years > ERROR_YEARS ? 'error' : 'warning';
    return [{ file, line, severity, rule: 'review-date', message: `last reviewed on ${reviewed}` }];
  });
}
