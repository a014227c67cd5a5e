/** The engines one would pick, in the order of the reports. */
import type { EngineBuilder, EngineName } from './engine';
import { buildFuse } from './fuse';
import { buildFuseTokens } from './fuse-tokens';
import { buildMiniSearch } from './minisearch';
import { buildNlpjs } from './nlpjs';

export const BASELINES: Readonly<Record<Exclude<EngineName, 'guichet'>, EngineBuilder>> = {
  fuse: buildFuse,
  'fuse-tokens': buildFuseTokens,
  nlpjs: buildNlpjs,
  minisearch: buildMiniSearch,
};
