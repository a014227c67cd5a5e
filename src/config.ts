import { z } from 'zod';

/** What the environment says, checked; see .env.example. Passed in where it is needed: only main.ts reads it. */
export type Config = Readonly<z.infer<typeof configSchema>>;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);

const configSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address such as postgres://user:password@host/name')
    .optional(),
  SECRET_KEY: z
    .base64('must be base64')
    .refine((key) => Buffer.from(key, 'base64').length >= 32, 'must hold 32 bytes or more: openssl rand -base64 32')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, message: 'must be an address such as https://assistant.example.org' })
    .optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  DRAIN_SECONDS: wholeNumber(0, 6).default(0),
  CHAT_ORIGINS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (origins) => origins.every(isOrigin),
      'must be origins such as https://www.example.org, with commas between',
    )
    .optional(),
  ATTACHMENT_MAX_MB: wholeNumber(0, 25).default(5),
  RATE_LIMIT: z.enum(['on', 'off'], 'must be on or off').default('on'),
  ESCALATION_ATTEMPTS: wholeNumber(1, 10).default(2),
  FUND: z
    .string()
    .regex(/^(\*|\d{3})$/, 'must be * or the three figures of a fund')
    .default('*'),
  DEMONSTRATION: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
    .default('info'),
  NODE_ENV: z.enum(['development', 'test', 'production'], 'must be development, test or production').optional(),
});

/** What stands in these is told to nobody, not even when it is wrong. */
const SECRETS: readonly string[] = ['DATABASE_URL', 'SECRET_KEY'];
/** As a browser names it: without a path, and without the port that goes without saying. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Names of the variables, for the test that holds .env.example and README to them. */
export const VARIABLES = Object.keys(configSchema.shape);

/** A variable that is set and empty counts as left out. Throws ConfigError with every problem at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(set);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError([
    'Configuration:',
    ...parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const got = SECRETS.includes(name) ? '' : `, got "${environment[name]}"`;
      return `- ${name} ${message}${got} (see .env.example)`;
    }),
  ]);
}

/** Wrong usage or configuration; its message lists every problem, one a line. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}
