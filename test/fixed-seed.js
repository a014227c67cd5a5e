// Property tests draw the same examples on every run: a suite that turns red by chance is believed by nobody.
// For new ones: SEED=$RANDOM npx jest …
const fc = require('fast-check');

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261122) });
