import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Alert, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import type { Drill, DrillOutcome } from '../../../connection/drill/drill';
import type { AlertGroup } from '../../../connection/irm/irmPort';
import { formatInterval } from '../../../ui/formatInterval';
import { outcomeText, outcomeTitle } from './outcomeTexts';

interface Props {
  outcome: DrillOutcome;
  drill: Drill;
  group: AlertGroup | undefined;
}

const SEVERITIES = { raised: 'success', noAlarm: 'error', irmNotAsked: 'warning', brokenOff: 'info' } as const;

/** What the drill has shown. */
export function DrillOutcomeAlert({ outcome, drill, group }: Props) {
  return (
    <Alert severity={SEVERITIES[outcome]} title={outcomeTitle(outcome)} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{outcomeText(outcome, drill)}</Text>
        {group?.link && (
          <TextLink href={group.link} external>
            {t('drill.outcome.link', 'Alert group in IRM')}
          </TextLink>
        )}
        {outcome === 'noAlarm' && <WhatToLookAt interval={drill.interval} />}
      </Stack>
    </Alert>
  );
}

function WhatToLookAt({ interval }: { interval: number }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      <li>
        <Trans i18nKey="drill.no-alarm.interval" values={{ interval: formatInterval(interval) }}>
          The heartbeat interval in IRM (integration, menu ⋮, Heartbeat settings) must be {'{{interval}}'}. If it is
          longer there, IRM was still waiting.
        </Trans>
      </li>
      <li>
        <Trans i18nKey="drill.no-alarm.armed">
          The Heartbeat column in IRM must show a heartbeat. IRM starts monitoring with the first heartbeat, also after
          a reset.
        </Trans>
      </li>
      <li>
        <Trans i18nKey="drill.no-alarm.others">
          Something else may send heartbeats to this integration: another rule, a script, another Grafana.
        </Trans>
      </li>
      <li>
        <Trans i18nKey="drill.no-alarm.open-group">
          An alert group of an earlier outage may still be open in IRM. A new loss is added to it, and pages nobody.
        </Trans>
      </li>
      <li>
        <Trans i18nKey="drill.no-alarm.maintenance">
          The integration may have been in maintenance, where IRM collects alerts elsewhere.
        </Trans>
      </li>
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(0.5), margin: 0, paddingInlineStart: theme.spacing(3) }),
});
