/** ISO: the day for which the content is read, so that a run next year measures the same. */
export const MEASURED_ON = '2026-11-22';
