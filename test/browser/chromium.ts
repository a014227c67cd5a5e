import { executable, launchChromium } from './launch-chromium';

/** `describe` with a browser at hand; without one the tests are skipped and say so, but never in CI: there they fail. */
export const describeInChromium = executable || process.env['CI'] === 'true' ? describe : describe.skip;
if (!executable)
  process.stderr.write('No Chromium found (Debian: apt install chromium): the browser tests do not run.\n');

export { launchChromium as openChromium };
