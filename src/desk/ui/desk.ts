import { countCharacters } from './count-characters';
import { keepFresh } from './keep-fresh';

/** What the script adds to pages that work without it: a queue that renews itself, word of what is new, a counter. */
keepFresh();
countCharacters();

// An ES module, in so many words: the bundler would else take it for CommonJS and wrap each file.
export {};
