import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { maskUrl } from '../../connection/endpoint/mask';
import { useReasonWords } from '../../ui/health/useReasonWords';
import { useToday } from '../../ui/time/ServerClock';
import { getColumnStyles } from './columns';
import { describeTrouble, irmFacts, lastAlertFact, needsWords, timingFacts, type RowProps } from './connectionFacts';
import { FactList } from './FactList';
import { NextStep } from './NextStep';

interface Props extends RowProps {
  /** Of the element, which the line above it names. */
  id: string;
  /** How many replicas of Grafana are known of. */
  replicas: number;
}

/** What else is known of a connection, below its line. */
export function ConnectionDetails({ id, row, inIrm, teams, replicas }: Props) {
  const styles = useStyles2(getColumnStyles);
  const words = useReasonWords(needsWords(row));
  const trouble = describeTrouble(row, useToday(), words);
  return (
    <div role="row" id={id} className={styles.marked}>
      <div role="cell" aria-colspan={7} className={styles.unfolded}>
        {trouble !== '' && (
          <div>
            {trouble} <NextStep row={row} variant="bodySmall" />
          </div>
        )}
        <FactList
          facts={[
            lastAlertFact(row, words),
            ...timingFacts(row, replicas),
            {
              id: 'endpoint',
              label: t('connections.row.endpoint', 'HTTP endpoint'),
              value: maskUrl(endpointUrl(row.connection.endpoint)),
            },
            ...irmFacts(inIrm, teams),
          ]}
        />
      </div>
    </div>
  );
}
