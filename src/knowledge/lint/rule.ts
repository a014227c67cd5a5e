import type { Content } from '../load-content';
import type { Problem } from '../problem';

/** One rule over the whole content. */
export type Rule = (content: Content) => Problem[];
