import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildOnce } from '../server/start-server';

/** A person on a slow phone downloads it before they can write. */
const LIMIT_GZIP_BYTES = 25_000;

test('the whole widget, styles and words included, stays under its weight', () => {
  buildOnce();
  const packed = gzipSync(readFileSync('dist/widget.js'), { level: 9 }).length;
  expect(packed).toBeLessThanOrEqual(LIMIT_GZIP_BYTES);
  // Where this falls to a tenth, what is weighed is no longer the widget.
  expect(packed).toBeGreaterThan(10_000);
});
