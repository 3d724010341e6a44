import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Collapse, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { lazy, useState } from 'react';
import { replicasKnown, sendsTwice } from '../../../connection/health/memory';
import { useServices } from '../../../ui/data/services';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import { OutagesFromIrm } from './OutagesFromIrm';
import { WINDOWS } from './plotLayout';
import { ReplicasNote } from './ReplicasNote';
import { TickingPlot } from './TickingPlot';
import { KEPT_COLOR } from '../../../ui/forcedColors';
import { Loaded } from '../../../ui/Loaded';

const TimelineDetails = lazy(() => import('./TimelineDetails'));

/** What was delivered when, what is to come, and, folded, the same as a table with the states of the rule. */
export function TimelineSection({ live }: { live: Live }) {
  const styles = useStyles2(getStyles);
  const { irmAccess } = useServices();
  const [back = 0, setBack] = useState(WINDOWS[0]);
  const [isOpen, setOpen] = useState(false);
  const { connection, data } = live;
  const replicas = replicasKnown(data.memory);
  return (
    <Section title={t('status.timeline.title', 'Timeline')}>
      <div className={styles.bar}>
        <RadioButtonGroup
          size="sm"
          aria-label={t('status.timeline.window', 'Time range')}
          value={back}
          onChange={setBack}
          options={WINDOWS.map((value) => ({
            value,
            label: t('status.timeline.hours', '{{count}} h', { count: value / 3600_000 }),
          }))}
        />
        <Legend />
      </div>
      {irmAccess === 'ready' ? (
        <OutagesFromIrm live={live}>
          {(outages) => <TickingPlot live={live} back={back} outages={outages} />}
        </OutagesFromIrm>
      ) : (
        <TickingPlot live={live} back={back} />
      )}
      {replicas > 1 && <ReplicasNote areApart={sendsTwice(data.memory)} />}
      <Collapse label={t('status.timeline.details', 'Delivery log and rule states')} isOpen={isOpen} onToggle={setOpen}>
        <Loaded>
          <TimelineDetails live={live} rule={connection.rule} />
        </Loaded>
      </Collapse>
    </Section>
  );
}

function Legend() {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.legend} aria-hidden>
      <li className={styles.delivered}>{t('status.plot.delivered', 'Delivered')}</li>
      <li className={styles.failed}>{t('status.plot.failed-or-missing', 'Failed or missing')}</li>
      <li className={styles.unseen}>{t('status.plot.unseen', 'Not seen')}</li>
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const item = (color: string) =>
    css({
      '&::before': {
        content: '""',
        display: 'inline-block',
        width: 10,
        height: 10,
        marginInlineEnd: theme.spacing(0.75),
        background: color,
        ...KEPT_COLOR,
      },
    });
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
    legend: css({
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      margin: 0,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    delivered: item(theme.colors.success.main),
    failed: item(theme.colors.error.main),
    unseen: item(theme.colors.border.medium),
  };
};
