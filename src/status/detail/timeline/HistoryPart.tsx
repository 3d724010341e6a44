import { t, Trans } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import type { HeartbeatRule } from '../../../connection/model';
import { GrafanaErrorAlert } from '../../../ui/GrafanaErrorAlert';
import type { Live } from '../parts/useLive';
import { HistoryDrawing } from './HistoryDrawing';
import { HistoryList } from './HistoryList';
import { historyStretches } from './historyStretches';
import { Measured } from './Measured';
import { useStateHistory } from './useStateHistory';

/** How the rule's state changed in the last day, as a picture and as a list. */
export function HistoryPart({ rule, live }: { rule: HeartbeatRule; live: Live }) {
  const { serverTime, ruleStatuses } = live.data.reading;
  const { history, error, retry } = useStateHistory(rule.uid, serverTime);
  const spans = history
    ? historyStretches(
        history,
        rule,
        ruleStatuses.find(({ uid }) => uid === rule.uid)
      )
    : [];
  return (
    <>
      <Text element="h3" variant="h5">
        {t('status.history.title', 'States of the rule, last 24 hours')}
      </Text>
      {error && <GrafanaErrorAlert error={error} onRetry={retry} />}
      {history && !history.isKept && (
        <Text element="p" variant="bodySmall" color="secondary">
          <Trans i18nKey="status.history.not-kept">
            This Grafana does not write down how rules change their state (unified_alerting.state_history is switched
            off). Beats and the state of this moment are seen all the same; how many replicas evaluate cannot be told.
          </Trans>
        </Text>
      )}
      {history?.isKept && (
        <>
          <Measured>
            {(width) => <HistoryDrawing spans={spans} from={history.from} to={history.to} width={width} />}
          </Measured>
          {history.changes.length > 0 ? (
            <HistoryList changes={history.changes} now={history.to} />
          ) : (
            <Text element="p" variant="bodySmall" color="secondary">
              <Trans i18nKey="status.history.none">Grafana knows of no change in this time.</Trans>
            </Text>
          )}
        </>
      )}
    </>
  );
}
