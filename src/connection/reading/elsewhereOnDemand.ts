import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import type { Elsewhere } from './elsewhereTypes';
import { heartbeatNames } from './heartbeatNames';
import type { GrafanaReading } from './reading';

/**
 * Adds the heartbeat rules of other folders, see `withElsewhere`, whose code is loaded only where there may be any. Where
 * it cannot be loaded, the rules that are not in our folder are told as not to be seen.
 */
export async function elsewhereOnDemand(
  port: GrafanaPort,
  base: GrafanaReading,
  before: Elsewhere | undefined
): Promise<GrafanaReading> {
  const names = heartbeatNames(base.integrations);
  const asBefore = { ...base, ...(before && names.length > 0 && { elsewhere: before }) };
  const missing = names.filter((name) => !base.rules.some(({ receiver }) => receiver === name));
  if (names.length === 0 || base.problems.rules || (missing.length === 0 && isAllHere(base, names, before))) {
    return asBefore;
  }
  const code = await import('./elsewhere').catch(() => undefined);
  return code
    ? code.withElsewhere(port, base, names, before)
    : { ...asBefore, unseen: missing.map((receiver) => ({ receiver, error: NOT_LOADED })) };
}

const NOT_LOADED: GrafanaError = {
  reason: 'notLoaded',
  message: 'The code that looks into other folders was not loaded.',
  status: undefined,
};

/** Whether nothing is known of other folders, and no alert tells of a rule there. */
const isAllHere = ({ rules, alerts }: GrafanaReading, names: readonly string[], before: Elsewhere | undefined) =>
  (!before || (before.places.length === 0 && before.hidden.length === 0 && before.policies === undefined)) &&
  alerts.every(
    ({ ruleUid, receivers }) =>
      ruleUid === '' || rules.some(({ uid }) => uid === ruleUid) || !receivers.some((name) => names.includes(name))
  );
