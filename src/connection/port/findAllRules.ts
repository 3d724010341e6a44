import type { AlertRule, RuleSearch } from '../policies/types';
import { isRealAlertPlace } from '../desired/realAlertMark';
import { success } from '../result';
import type { GrafanaPort, GrafanaResult } from './grafanaPort';

/**
 * All rules that a search finds, part by part, but for those that fire a test for a moment. The first failure ends it.
 *
 * @param tell how many were found so far, after each part
 */
export async function findAllRules(
  port: Pick<GrafanaPort, 'findRules'>,
  search: Omit<RuleSearch, 'after'>,
  tell?: (count: number) => void
): GrafanaResult<AlertRule[]> {
  const rules: AlertRule[] = [];
  let after: string | undefined;
  do {
    const found = await port.findRules({ ...search, ...(after !== undefined && { after }) });
    if (!found.ok) {
      return found;
    }
    rules.push(...found.value.rules.filter((rule) => !isRealAlertPlace(rule)));
    after = found.value.next;
    tell?.(rules.length);
  } while (after !== undefined);
  return success(rules);
}
