/** How many of a day's turns fall into each hour, in thousandths: quiet nights, a peak before noon, a second one after lunch.
 *  Supposed, not measured: a contact centre's morning, and a chat that is open at night. */
const THOUSANDTHS = [6, 4, 3, 2, 2, 5, 12, 28, 62, 98, 112, 92, 58, 72, 94, 88, 72, 54, 40, 30, 24, 18, 14, 10];
const MINUTES = THOUSANDTHS.length * 60;

/** How many turns each minute of the day has; together exactly `turns`. */
export function* turnsByMinute(turns: number): Generator<number> {
  const total = THOUSANDTHS.reduce((sum, one) => sum + one, 0);
  let due = 0;
  let given = 0;
  for (let minute = 0; minute < MINUTES; minute++) {
    due += (turns * (THOUSANDTHS[Math.floor(minute / 60)] ?? 0)) / total / 60;
    const now = minute === MINUTES - 1 ? turns - given : Math.floor(due) - given;
    given += now;
    yield now;
  }
}
