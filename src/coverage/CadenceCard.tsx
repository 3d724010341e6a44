import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import { useId } from 'react';
import type { Cadence } from '../connection/coverage/cadencesOf';
import { FiguresTable } from '../ui/timing/FiguresTable';
import { SchedulePicture } from '../ui/timing/SchedulePicture';
import { TimingPanel } from '../ui/timing/TimingPanel';
import { useTimingEnvironment } from '../ui/timing/useTimingEnvironment';
import { verbatim } from '../ui/verbatim';
import { CadenceFigures } from './CadenceFigures';
import { describeTimings } from './describeReach';
import { describeRoute } from './describeRoute';
import { settingRows } from './settingRows';
import { WayDoubt } from './WayDoubt';

interface Props {
  cadence: Cadence;
  /** Heartbeat interval to judge by, in seconds. */
  interval: number | undefined;
}

/** One way that notifications take: to which contact point, with which settings, and what follows from them. */
export function CadenceCard({ cadence, interval }: Props) {
  const styles = useStyles2(getStyles);
  const headingId = useId();
  const environment = useTimingEnvironment();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <Stack direction="column" gap={2}>
        <Stack direction="column" gap={0.5} alignItems="flex-start">
          <Text element="h2" variant="h4" id={headingId}>
            {t('cadence.card.title', 'Contact point {{receiver}}', verbatim({ receiver: cadence.receiver }))}
          </Text>
          <Text color="secondary">{describeRoute(cadence)}</Text>
          {describeTimings(cadence) !== '' && <Text color="warning">{describeTimings(cadence)}</Text>}
          {cadence.doubt && <WayDoubt doubt={cadence.doubt} labelSets={cadence.labelSets} />}
        </Stack>
        {interval === undefined ? (
          <CadenceFigures timing={cadence.timing} environment={environment} />
        ) : (
          <>
            <SchedulePicture timing={cadence.timing} interval={interval} environment={environment} />
            <TimingPanel timing={cadence.timing} interval={interval} environment={environment} />
          </>
        )}
        <Text element="h3" variant="h5">
          {t('cadence.card.settings', 'Timing settings')}
        </Text>
        <FiguresTable label={t('cadence.card.settings-label', 'Timing settings')} rows={settingRows(cadence)} />
      </Stack>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    maxWidth: 760,
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
});
