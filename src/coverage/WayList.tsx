import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, TextLink, useStyles2 } from '@grafana/ui';
import type { CoverageWay } from '../connection/coverage/coverageOf';
import { grafanaPaths } from '../grafana/links';
import { describeReceiver, describeShut } from './describeReach';
import { describeRoute } from './describeRoute';

/** Every way that alerts of a rule take or may take, whatever labels they get. */
export function WayList({ ways }: { ways: readonly CoverageWay[] }) {
  const styles = useStyles2(getStyles);
  if (ways.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={t('coverage.ways.label', 'Contact points of this rule')}>
      {ways.map((way, index) => (
        <li key={index}>
          <TextLink href={grafanaPaths.contactPoint(way.receiver)} inline>
            {way.receiver}
          </TextLink>{' '}
          {!way.isCertain && <Text color="warning">{t('coverage.ways.possible', '(possible)')}</Text>}
          <div className={styles.small}>
            {way.openness === 'shut' ? describeShut(way) : describeReceiver(way.target)}. {describeRoute(way)}
          </div>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    paddingInlineStart: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  }),
  small: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
