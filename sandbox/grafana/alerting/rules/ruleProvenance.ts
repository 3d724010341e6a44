import type { GrafanaVersion } from '../../context';
import { json, namedError } from '../http';
import type { StoredRule } from './rule';

/** Whether a rule may be changed or go with its group under this provenance; what is not the API's own stays locked. */
export function fitsInGroup({ provenance: stored }: StoredRule, wanted: string): boolean {
  const isImported = stored === 'api' || stored === 'converted_prometheus';
  return stored === '' || stored === wanted || (wanted === '' && isImported);
}

export function provenanceMismatch({ provenance }: StoredRule, wanted: string, deed: 'update' | 'delete'): Response {
  const message = `cannot ${deed} with provided provenance '${wanted}', needs '${provenance}'`;
  const extra = { Operation: deed, ProvidedProvenance: wanted, StoredProvenance: provenance };
  return namedError(409, 'alerting.provenanceMismatch', message, extra);
}

/** Why a rule cannot be changed by itself. */
export function changeRefused(rule: StoredRule, wanted: string, version: GrafanaVersion): Response | undefined {
  if (rule.provenance === '' || rule.provenance === wanted) {
    return undefined;
  }
  return version === '13.2.1'
    ? provenanceMismatch(rule, wanted, 'update')
    : json(500, { message: `cannot change provenance from '${rule.provenance}' to '${wanted}'` });
}
