import { join } from 'node:path';

/** The project's folder; this file stands two folders below it once it is built. */
export const ROOT = join(__dirname, '../..');
