import { z } from 'zod';
import { instantSchema } from './calendar/days.js';

/** What the SDK reads by itself, under its own names: for clouds other than the public one, and for tests. */
const sdkNames = [
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
  'CallerId',
  'ValidateAuthority',
] as const;

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

const endpoint = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
}, 'an https address is wanted (http only on this machine)');

const variablesSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a number from 0 to 65535 is wanted')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a number from 0 to 65535 is wanted')
    .default(3978),
  HOST: z.string().optional(),
  DATA_FILE: z.string().default('.data/footprint.db'),
  COSMOS_ENDPOINT: endpoint.optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().default('iro-footprint'),
  COSMOS_CONTAINER: z.string().default('footprint'),
  MicrosoftAppType: z.string().optional(),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  POLICY_FILE: z.string().optional(),
  BANK_HOLIDAYS_FILE: z.string().optional(),
  LOCAL_CLOCK: z.iso
    .datetime({ offset: true, error: 'an instant is wanted, such as 2026-03-02T09:00:00Z' })
    .transform((text) => new Date(text).toISOString())
    .pipe(instantSchema)
    .optional(),
  sdk: z.record(z.string(), z.string()),
});
type Variables = z.infer<typeof variablesSchema>;
type Given = Readonly<Record<string, string | undefined>>;

const appTypeSchema = z.enum(['SingleTenant', 'UserAssignedMSI']);
const localHost = '127.0.0.1';

/** Rules that hold between variables are told beside the problems of each, so they look at the bare text. */
function localProblems(variables: Given): [string, string][] {
  const { HOST, MicrosoftAppType, MicrosoftAppPassword, MicrosoftAppTenantId } = variables;
  const needless = Object.entries({ MicrosoftAppType, MicrosoftAppPassword, MicrosoftAppTenantId })
    .filter(([, value]) => value !== undefined)
    .map(([name]): [string, string] => [name, 'it must be unset where MicrosoftAppId is unset (local mode)']);
  if (HOST === undefined || HOST === localHost) return needless;
  return [['HOST', `local mode (MicrosoftAppId is unset) listens on ${localHost} alone`], ...needless];
}

function teamsProblems(variables: Given): [string, string][] {
  const { MicrosoftAppType: type, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = variables;
  const problems: [string, string][] = [];
  if (!appTypeSchema.safeParse(type).success)
    problems.push([
      'MicrosoftAppType',
      `${appTypeSchema.options.join(' or ')} is wanted with MicrosoftAppId`,
    ]);
  if (tenant === undefined) problems.push(['MicrosoftAppTenantId', 'it is wanted with MicrosoftAppId']);
  if (type === 'SingleTenant' && password === undefined)
    problems.push(['MicrosoftAppPassword', 'it is wanted with SingleTenant']);
  if (type === 'UserAssignedMSI' && password !== undefined)
    problems.push(['MicrosoftAppPassword', 'it must be unset with UserAssignedMSI']);
  if (variables.LOCAL_CLOCK !== undefined)
    problems.push(['LOCAL_CLOCK', 'it is for local mode: with MicrosoftAppId it must be unset']);
  return problems;
}

function problemsBetween(variables: Given): [string, string][] {
  const app = variables.MicrosoftAppId === undefined ? localProblems(variables) : teamsProblems(variables);
  if (variables.COSMOS_KEY === undefined || variables.COSMOS_ENDPOINT !== undefined) return app;
  return [...app, ['COSMOS_KEY', 'it is set, and COSMOS_ENDPOINT is not']];
}

/** Local mode has no app registration and no authentication; with one, everything is checked. */
export type AppSettings =
  | { readonly mode: 'local'; readonly clockStartsAt?: string | undefined }
  | {
      readonly mode: 'teams';
      readonly type: z.infer<typeof appTypeSchema>;
      readonly id: string;
      readonly password?: string | undefined;
      readonly tenantId: string;
    };

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly app: AppSettings;
  /** As `openStore` takes them. The authority is the tenant, or `local`. */
  readonly store: {
    readonly dataFile: string;
    readonly authority: string;
    readonly cosmos?:
      | {
          readonly endpoint: string;
          readonly key?: string | undefined;
          readonly database: string;
          readonly container: string;
        }
      | undefined;
  };
  readonly policyFile?: string | undefined;
  readonly bankHolidaysFile?: string | undefined;
  /** What the SDK reads by itself, as it names it. */
  readonly sdk: Readonly<Record<string, string>>;
}

export type ReadSettings =
  | { readonly settings: Settings }
  /** Each problem as `NAME: what is wanted`; never a value, which may be a secret. */
  | { readonly problems: readonly string[] };

/** Empty counts as unset. Every problem is listed at once. */
export function readSettings(environment: Given): ReadSettings {
  const given: Given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const sdk = Object.fromEntries(sdkNames.filter((name) => given[name]).map((name) => [name, given[name]]));
  const parsed = variablesSchema.safeParse({ ...given, sdk });
  const ofEach = (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const between = problemsBetween(given).map(([name, wanted]) => `${name}: ${wanted}`);
  if (!parsed.success || between.length > 0) return { problems: [...ofEach, ...between] };
  return { settings: settingsOf(parsed.data) };
}

/** The environment of this process: nobody else reads it. */
export const readEnvironment = (): ReadSettings => readSettings(process.env);

function settingsOf(variables: Variables): Settings {
  const app = appOf(variables);
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = variables;
  return {
    port: variables.PORT,
    host: variables.HOST ?? (app.mode === 'local' ? localHost : '0.0.0.0'),
    app,
    store: {
      dataFile: variables.DATA_FILE,
      // However it is spelt, a tenant has one partition.
      authority: app.mode === 'local' ? 'local' : app.tenantId.toLowerCase(),
      ...(endpoint === undefined
        ? {}
        : {
            cosmos: {
              endpoint,
              key,
              database: variables.COSMOS_DATABASE,
              container: variables.COSMOS_CONTAINER,
            },
          }),
    },
    policyFile: variables.POLICY_FILE,
    bankHolidaysFile: variables.BANK_HOLIDAYS_FILE,
    sdk: variables.sdk,
  };
}

function appOf(variables: Variables): AppSettings {
  const { MicrosoftAppId: id, MicrosoftAppType, MicrosoftAppPassword, MicrosoftAppTenantId } = variables;
  if (id === undefined) return { mode: 'local', clockStartsAt: variables.LOCAL_CLOCK };
  return {
    mode: 'teams',
    id,
    type: appTypeSchema.parse(MicrosoftAppType),
    password: MicrosoftAppPassword,
    tenantId: z.string().parse(MicrosoftAppTenantId),
  };
}
