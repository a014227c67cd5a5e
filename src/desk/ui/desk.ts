import { countCharacters } from './count-characters';
import { keepFresh } from './keep-fresh';

/** What the script adds to pages that work without it: a queue that renews itself, word of what is new, a counter. */
keepFresh();
countCharacters();
