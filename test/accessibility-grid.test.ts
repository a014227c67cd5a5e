import { readFileSync } from 'node:fs';

/** Criteria of each theme of the RGAA 4.1.2: 106 in all. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

const page = readFileSync('docs/accessibility/rgaa-4.1.2.md', 'utf8');
const rows = [...page.matchAll(/^\| (\d+\.\d+) \| ([^|]+) \| (C|NC|NT|NA) \| ([^|]+) \|$/gm)];

test('the audit has a verdict and its reason for each of the 106 criteria, once', () => {
  const all = THEMES.flatMap((count, theme) =>
    Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
  );
  expect(rows.map(([, criterion]) => criterion)).toEqual(all);
  for (const [, , , , why] of rows) expect(why?.trim()).not.toBe('');
});

test('its totals are those of its rows', () => {
  for (const verdict of ['C', 'NC', 'NT', 'NA']) {
    const told = new RegExp(`^\\| ${verdict} \\| [^|]+ \\| (\\d+) \\|$`, 'm').exec(page)?.[1];
    expect(Number(told)).toBe(rows.filter(([, , , found]) => found === verdict).length);
  }
});
