import { Alert, EmptyState, LoadingPlaceholder, TextLink } from '@grafana/ui';
import { useLocation, useParams, useSearchParams } from 'react-router-dom-v5-compat';
import { Page } from '../../layout/Page';
import { useApi } from '../../services/useApi';
import { RuleGroup } from './RuleGroup';
import { ruleOf, type RuleGroupDefinition, type RuleState } from './rules';

type Definitions = Record<string, RuleGroupDefinition[]>;
interface States {
  data: { groups: Array<{ rules: RuleState[] }> };
}

const everyMs = 5000;

/** All rules, those of the folder in the address, or the one rule in the address. */
export default function AlertRulesPage() {
  const definitions = useApi<Definitions>('/api/ruler/grafana/api/v1/rules', everyMs);
  const states = useApi<States>('/api/prometheus/grafana/api/v1/rules', everyMs);
  const { folderUid } = useParams();
  const asked = ruleOf(useLocation().pathname);
  const search = useSearchParams()[0].get('search')?.toLowerCase() ?? '';
  const groups = Object.entries(definitions.data ?? {}).flatMap(([folder, list]) =>
    list.map((group) => ({
      folder,
      ...group,
      rules: group.rules.filter(
        ({ grafana_alert: rule }) =>
          (!asked || rule.uid === asked) &&
          (!folderUid || rule.namespace_uid === folderUid) &&
          (!search || rule.title.toLowerCase().includes(search) || search.includes(rule.title.toLowerCase()))
      ),
    }))
  );
  const shown = groups.filter(({ rules }) => rules.length > 0);
  const isPart = Boolean(asked || folderUid || search);
  return (
    <Page navId="alert-list" pageNav={folderUid ? { text: shown[0]?.folder ?? 'Folder' } : undefined}>
      {definitions.error && <Alert severity="error" title={definitions.error} />}
      {!definitions.data && !definitions.error && <LoadingPlaceholder text="Loading rules..." />}
      {definitions.data && shown.length === 0 && <EmptyState variant="not-found" message="No alert rules" />}
      {isPart && (
        <p>
          <TextLink href="/alerting/list">Show all rules</TextLink>
        </p>
      )}
      {shown.map((group) => (
        <RuleGroup
          key={`${group.folder}/${group.name}`}
          group={group}
          states={states.data?.data.groups.flatMap(({ rules }) => rules) ?? []}
          isOpen={isPart}
        />
      ))}
    </Page>
  );
}
