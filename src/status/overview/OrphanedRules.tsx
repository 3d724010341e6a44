import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { HeartbeatRule } from '../../connection/model';
import { ObjectLink } from '../../ui/ObjectLink';

/** Rules of the plugin whose contact points are gone: they beat into the void, and no connection can be told from them. */
export function OrphanedRules({ rules }: { rules: readonly HeartbeatRule[] }) {
  if (rules.length === 0) {
    return null;
  }
  return (
    <Alert
      severity="warning"
      title={t('status.orphans.title', 'Heartbeat rules without a contact point')}
      bottomSpacing={0}
    >
      <p>
        {t(
          'status.orphans.text',
          'Their contact points were deleted, so these heartbeats reach nobody. Delete the rules, or connect the integration again.'
        )}
      </p>
      <ul>
        {rules.map((rule) => (
          <li key={`${rule.group} ${rule.uid ?? rule.title}`}>
            <ObjectLink object="rule" name={rule.title} uid={rule.uid} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
