import { randomBytes } from 'node:crypto'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgres://')
    .default('file:data/cairn.db'),
  DATA_DIR: z.string().default('data'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  ORIGIN: z.url().optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Cairn <cairn@localhost>'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SERVER_TIMING: z.enum(['on', 'off']).default('off'),
})

/** How the product is being run: by a district, as the demonstration, or by a developer. */
export type Mode = 'production' | 'demo' | 'development'

/** The settings of a running server; `docs/configuration.md` describes each variable. */
export type Environment = {
  mode: Mode
  databaseUrl: string
  dataDirectory: string
  port: number
  /** Scheme, host and port as people type them, without a slash at the end. */
  origin: string
  secret: string
  workers: number | undefined
  trustProxy: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: string
  serverTiming: boolean
}

/**
 * Reads the settings from environment variables.
 *
 * @throws Error that names each variable that is missing or wrong
 */
export function readEnvironment(
  mode: Mode,
  variables: NodeJS.ProcessEnv = process.env,
): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new Error(`The configuration is not right: ${wrong.join('; ')}.`)
  }
  const values = parsed.data
  if (mode === 'production' && (!values.ORIGIN || !values.SECRET)) {
    throw new Error(
      'The configuration is not right: a production server needs ORIGIN and SECRET. `bin/cairn setup` writes both to .env.',
    )
  }
  return {
    mode,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.DATA_DIR,
    port: values.PORT,
    origin: (values.ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    secret: values.SECRET ?? 'a secret for demonstration and development only',
    workers: values.WORKERS,
    trustProxy: values.TRUST_PROXY,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    logLevel: values.LOG_LEVEL,
    serverTiming: values.SERVER_TIMING === 'on',
  }
}

/** Points this process, and the workers it forks, at the throw-away folder of a demonstration. */
export function settleIn(folder: string, variables: NodeJS.ProcessEnv = process.env) {
  variables.DATA_DIR = folder
  variables.DATABASE_URL ??= `file:${folder}/cairn.db`
  variables.SECRET ??= randomBytes(32).toString('hex')
}

/** What a process gives a worker that it forks, so that one of them runs the jobs; `runsJobs` reads it there. */
export const workerVariables = (runsJobs: boolean) => ({
  cairn_worker_runs_jobs: runsJobs ? 'yes' : 'no',
})

/** Whether this process is the worker that runs the jobs. */
export const runsJobs = (variables: NodeJS.ProcessEnv = process.env) =>
  variables.cairn_worker_runs_jobs === 'yes'
