import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';

interface Props {
  /** They send every beat each on its own. */
  areApart: boolean;
}

/** What several replicas mean for the picture of the beats. */
export function ReplicasNote({ areApart }: Props) {
  return (
    <>
      <Text element="p" variant="bodySmall" color="secondary">
        {t(
          'status.timeline.replicas',
          'This Grafana has several replicas. Only the one that sends remembers the heartbeats, so some that IRM received may be missing here.'
        )}
      </Text>
      {areApart && (
        <Alert
          severity="warning"
          bottomSpacing={0}
          title={t('status.timeline.apart.title', 'Every alert is sent more than once')}
        >
          {t(
            'status.timeline.apart.text',
            "The replicas of this Grafana share a database, but their Alertmanagers do not know of each other, so each of them sends every heartbeat and every alert. Set ha_peers and ha_listen_address in the section unified_alerting of each one's configuration."
          )}
        </Alert>
      )}
    </>
  );
}
