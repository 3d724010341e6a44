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
