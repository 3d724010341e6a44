/** Steps that the stand-in answers otherwise on purpose, by file and label. Each is asserted to differ. */
export const deliberateDifferences: ReadonlyArray<{ file: string; label: string; reason: string }> = [
  'features',
  'integration by internal API (carries the whole heartbeat)',
  'integration_options',
  'contact_points (Grafana unreachable)',
  'plugin status v2',
].map((label) => ({
  file: '04-heartbeat-internal-api',
  label,
  reason: "IRM's own plugin asks for these; ours has no access to the internal API. They answer 501.",
}));

/** Of the public API, each with what the stand-in answers instead. */
export const publicApiDifferences: ReadonlyArray<{ file: string; status: number; labels: string[]; reason: string }> = [
  {
    file: '14-routes',
    status: 501,
    labels: [
      'PUT routing_regex on the default route',
      'create a route',
      'create a route without chain',
      'create a route with null chain',
    ],
    reason: 'Every integration has its default route and no other.',
  },
  {
    file: '14-routes',
    status: 200,
    labels: ['list'],
    reason: 'Lists the routes that were made before.',
  },
  {
    file: '15-escalation-chains',
    status: 501,
    labels: ['create', 'create with a taken name', 'create without name', 'delete'],
    reason: 'The chains are made up and cannot be changed.',
  },
  {
    file: '16-service-accounts',
    status: 501,
    labels: ['sa_full users', 'sa_read users', 'sa_min users'],
    reason: 'Nobody needs the list of users.',
  },
  {
    file: '16-service-accounts',
    status: 500,
    labels: ['sa_full maintenance_stop'],
    reason: 'It takes the id of the service account for that of a user, and here such a user happened to exist.',
  },
  {
    file: '16-service-accounts',
    status: 403,
    labels: [
      'SA token, no X-Grafana-URL (open source: the one self-hosted organisation)',
      'SA token, not a URL (open source: falls back)',
      'SA token, URL without a dot (http://grafana:3000 is no URL for Django; falls back)',
      "SA token, X-Grafana-URL ''",
      "SA token, X-Grafana-URL '<no value>'",
      "SA token, X-Grafana-URL '   '",
    ],
    reason: 'Open source falls back on its only organisation; IRM of Grafana Cloud has many and asks which.',
  },
  {
    file: '16-service-accounts',
    status: 429,
    labels: ['SA token, URL of another organisation whose Grafana is unreachable'],
    reason: 'The stand-in knows one stack.',
  },
  {
    file: '14-routes',
    status: 403,
    labels: ['PUT as admin of another organisation'],
    reason: 'The stand-in knows one organisation.',
  },
];
