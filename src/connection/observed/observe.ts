import { FOLDER } from '../desired/objects';
import type { GrafanaPort, GrafanaResult } from '../grafanaPort';
import type { ObservedObjects } from '../model';
import { success } from '../result';

/**
 * Reads contact points, folder and rules, side by side. A missing folder is an ordinary answer, then there are no
 * rules, whatever Grafana says of them (it answers 403 for rules of an unknown folder, ruler.json); a missing right
 * on anything is an error.
 */
export async function observe(port: GrafanaPort): GrafanaResult<ObservedObjects> {
  const [contactPoints, folder, rules] = await Promise.all([
    port.listContactPoints(),
    port.getFolder(FOLDER.uid),
    port.listRules(FOLDER.uid),
  ]);
  if (!contactPoints.ok) {
    return contactPoints;
  }
  if (!folder.ok) {
    return folder;
  }
  if (folder.value && !rules.ok) {
    return rules;
  }
  return success({
    contactPoints: contactPoints.value.webhooks,
    contactPointNames: contactPoints.value.names,
    folder: folder.value,
    rules: folder.value && rules.ok ? rules.value : [],
  });
}
