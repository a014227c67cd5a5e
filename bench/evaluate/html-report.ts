/** The report as one HTML file without scripts: its tables, and a curve of precision over the share answered. */
import type { Decision } from './breakdown';
import { percent, type Report, type Table, tablesOf } from './report';

const WIDTH = 640;
const HEIGHT = 300;
const MARGIN = 44;
/** The axis of precision begins here: below it no threshold is of use. */
const LOWEST = 0.7;

export function htmlOf(report: Report): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Search evaluation</title>
<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}
td,th{border-bottom:1px solid #ccc;padding:.2rem .7rem;text-align:left}</style>
<h1>Search evaluation, ${report.half} half</h1>
${curveOf(report.decisions)}
${tablesOf(report).map(tableOf).join('\n')}
</html>
`;
}

function tableOf({ title, head, rows }: Table): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<h2>${escaped(title)}</h2><table>${row(head, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

/** Each point is one threshold; to the right more is answered, upwards more of it rightly. */
function curveOf(decisions: readonly Decision[]): string {
  const x = (answered: number) => MARGIN + answered * (WIDTH - 2 * MARGIN);
  const y = (precision: number) => HEIGHT - MARGIN - ((precision - LOWEST) / (1 - LOWEST)) * (HEIGHT - 2 * MARGIN);
  const points = decisions.map(({ answered, precision }) => `${x(answered).toFixed(1)},${y(precision).toFixed(1)}`);
  const dots = decisions.map(
    ({ threshold, answered, precision }) =>
      `<circle cx="${x(answered).toFixed(1)}" cy="${y(precision).toFixed(1)}" r="3"><title>from ${threshold}: ` +
      `${percent(answered)} answered, ${percent(precision)} right</title></circle>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Precision over the share answered" width="${WIDTH}">
<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" fill="none" stroke="#666"/>
<text x="${MARGIN}" y="${MARGIN - 10}">of those right, ${percent(LOWEST)} to 100 %</text>
<text x="${WIDTH - MARGIN}" y="${HEIGHT - 12}" text-anchor="end">answered at once, 0 to 100 %</text>
<polyline points="${points.join(' ')}" fill="none" stroke="#0a5" stroke-width="2"/>${dots.join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
