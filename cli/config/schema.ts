import * as z from 'zod/mini';
import { parseDuration, formatDuration } from '../../src/connection/timing/duration';
import { HEARTBEAT_INTERVALS } from '../../src/connection/timing/presets';

const text = z.string({ error: 'This has to be a text.' }).check(z.trim(), z.minLength(1, 'This must not be empty.'));
const yesOrNo = z.boolean({ error: 'This has to be true or false.' });

/** Where the names of variables are taken from, `{GRAFANA}` stands for the Grafana's name in capitals. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
export const GRAFANA_PLACE = '{GRAFANA}';

const SECRET_HINT =
  'Name the environment variable that holds it, for example GRAFANA_A_TOKEN. The secret itself does not belong in this file.';

const variable = text.check(
  z.refine((value) => VARIABLE.test(value.replaceAll(GRAFANA_PLACE, 'X')), { error: SECRET_HINT, abort: true })
);

const duration = z.string({ error: 'This has to be a duration, for example 10m.' }).check(
  z.refine((value) => parseDuration(value) !== undefined, {
    error: 'This is no duration. Write for example 90s or 10m.',
  })
);

const OFFERED = HEARTBEAT_INTERVALS.map(formatDuration);

const interval = duration.check(
  z.refine((value) => HEARTBEAT_INTERVALS.some((one) => one === parseDuration(value)), {
    error: `IRM has no such heartbeat interval. It offers ${OFFERED.join(', ')}.`,
  })
);

const addressOf = (what: string) =>
  text.check(
    z.refine(isPlainAddress, {
      error: `This has to be the address of ${what}: http(s)://host, without user name, query and fragment.`,
    })
  );

/** Paths are put right behind it, so that what `URL` would mend or leave out without a word is refused, too. */
const PLAIN_ADDRESS = /^https?:\/\/[^/?#@\\\s]+(\/[^?#\\\s]*)?$/i;

const isPlainAddress = (value: string): boolean => PLAIN_ADDRESS.test(value) && URL.canParse(value);

const timing = z.strictObject({
  evaluationInterval: z.optional(duration),
  pendingPeriod: z.optional(duration),
  groupWait: z.optional(duration),
  groupInterval: z.optional(duration),
  repeatInterval: z.optional(duration),
});

const scope = z.union([z.literal('alerting'), z.strictObject({ dataSource: text })], {
  error: 'This is either alerting or dataSource with the uid of a data source.',
});

const folder = z.union([text, z.strictObject({ uid: text })], {
  error: 'This is the way to a folder, for example Operations / Payments, or its uid as { uid: UID }.',
});

const common = {
  heartbeat: z.optional(yesOrNo),
  interval: z.optional(interval),
  preset: z.optional(z.enum(['documented', 'gentle'], { error: 'This is either documented or gentle.' })),
  timing: z.optional(timing),
  scope: z.optional(scope),
  folder: z.optional(folder),
  maxAlerts: z.optional(
    z.number({ error: 'This has to be a number.' }).check(
      z.refine((value) => Number.isInteger(value) && value >= 0, {
        error: 'This has to be a whole number, 0 or greater. 0 means no limit.',
      })
    )
  ),
  sendResolved: z.optional(yesOrNo),
  locked: z.optional(yesOrNo),
  shared: z.optional(yesOrNo),
};

const irm = z.strictObject({
  url: addressOf("IRM's API"),
  tokenFrom: variable,
  stack: z.optional(addressOf("IRM's stack")),
});

const grafana = z.strictObject({
  name: text,
  url: addressOf('a Grafana'),
  tokenFrom: z.optional(variable),
  org: z.optional(
    z
      .number({ error: 'This has to be the number of an organization.' })
      .check(
        z.refine((value) => Number.isInteger(value) && value > 0, { error: 'Organizations have numbers from 1 on.' })
      )
  ),
  replicas: z.optional(z.enum(['one', 'several'], { error: 'This is either one or several.' })),
  irm: z.optional(irm),
});

const names = z.union([text, z.array(text)], { error: 'This is a name, a list of names, or all.' });

const connection = z.strictObject({
  ...common,
  name: text,
  grafanas: z.optional(names),
  endpointFrom: z.optional(variable),
  heartbeatName: z.optional(text),
});

/** The file as people write it; docs/fleet.md explains every key. */
export const fleetFile = z.strictObject({
  defaults: z.optional(
    z.strictObject({
      ...common,
      tokenFrom: z.optional(variable),
      endpointFrom: z.optional(variable),
      irm: z.optional(irm),
    })
  ),
  grafanas: z
    .array(grafana, { error: 'This has to be a list with at least one Grafana.' })
    .check(z.minLength(1, 'This has to be a list with at least one Grafana.')),
  connections: z.optional(z.array(connection, { error: 'This has to be a list of connections.' })),
});

export type FleetFile = z.infer<typeof fleetFile>;
export type GrafanaEntry = z.infer<typeof grafana>;
export type ConnectionEntry = z.infer<typeof connection>;
export type CommonEntry = Pick<ConnectionEntry, keyof typeof common>;

const KEYS_OF_COMMON = Object.keys(common);

/** Keys that may stand in each place, for hints at those that may not. */
export const KNOWN_KEYS = {
  file: ['defaults', 'grafanas', 'connections'],
  defaults: [...KEYS_OF_COMMON, 'tokenFrom', 'endpointFrom', 'irm'],
  grafana: ['name', 'url', 'tokenFrom', 'org', 'replicas', 'irm'],
  irm: ['url', 'tokenFrom', 'stack'],
  connection: [...KEYS_OF_COMMON, 'name', 'grafanas', 'endpointFrom', 'heartbeatName'],
  timing: ['evaluationInterval', 'pendingPeriod', 'groupWait', 'groupInterval', 'repeatInterval'],
  scope: ['dataSource'],
  folder: ['uid'],
} as const;
