import { cx } from '@emotion/css';
import { t } from '@grafana/i18n';
import { TextLink, useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import { leadsToIrm, type RuleCoverage } from '../connection/coverage/coverageOf';
import { groupOf } from '../connection/coverage/summary';
import type { TimingEnvironment } from '../connection/timing/gap';
import { routePath } from '../ui/pagePaths';
import { verbatim } from '../ui/verbatim';
import { getCoverageColumns } from './coverageColumns';
import { describeDoubtOfWay, describeShut, describeTimings, describeVia, describeWays } from './describeReach';
import { placeOf } from './describeRoute';
import { GroupBadge } from './GroupBadge';
import { ruleFigures } from './ruleFigures';
import { RuleLink } from './RuleLink';

interface Props {
  coverage: RuleCoverage;
  /** Its place in the whole list, beginning with 1. */
  place: number;
  /** Where its alerts of now go, in words; undefined where it has none, or it adds nothing. */
  now: string | undefined;
  /** Whether a contact point that it certainly reaches IRM by failed last time. */
  isFailing: boolean;
  environment: TimingEnvironment;
  mayRoute: boolean;
}

/** One rule as a line of the list. */
export const CoverageRow = memo(function CoverageRow(props: Props) {
  const { coverage, place, now, isFailing, environment, mayRoute } = props;
  const styles = useStyles2(getCoverageColumns);
  const { rule, ways } = coverage;
  const group = groupOf(coverage);
  const { first, repeat } = ruleFigures(ways, environment);
  const [held] = ways.filter(leadsToIrm).map(describeTimings);
  const shut = ways.find(({ openness }) => openness === 'shut');
  const doubt = describeDoubtOfWay(coverage);
  const note = isFailing
    ? t('coverage.row.failing', 'Last delivery failed')
    : coverage.isHeld && held
      ? held
      : shut && coverage.reach === 'nobody'
        ? describeShut(shut)
        : (doubt ?? now ?? describeVia(coverage));
  const isWarning = isFailing || coverage.isHeld || (shut !== undefined && coverage.reach === 'nobody');
  const figures = t(
    'coverage.row.figures',
    'First after {{first}}, repeated every {{repeat}}',
    verbatim({ first, repeat })
  );
  return (
    // The heading is row 1.
    <div role="row" aria-rowindex={place + 1} className={cx(styles.row, styles.entry)}>
      <div role="cell" className={styles.reach}>
        <GroupBadge group={group} />
      </div>
      <div role="rowheader" className={styles.name}>
        <div>
          <RuleLink uid={rule.uid} title={rule.title} />
        </div>
        <div className={styles.small}>{placeOf(rule)}</div>
      </div>
      <div role="cell" className={styles.way}>
        <div className={ways.length > 0 ? styles.line : styles.reason}>{describeWays(coverage)}</div>
        <div
          className={cx(isWarning ? styles.warning : styles.small, isWarning || doubt ? styles.reason : styles.line)}
          title={note}
        >
          {note}
        </div>
      </div>
      <div role="cell" className={styles.first}>
        {first}
      </div>
      <div role="cell" className={styles.repeat}>
        {repeat}
      </div>
      <div role="cell" className={styles.figures}>
        {ways.length > 0 && figures}
      </div>
      <div role="cell" className={styles.action}>
        {mayRoute && group !== 'irm' && group !== 'heartbeat' && (
          <TextLink
            href={routePath({ rule: rule.uid })}
            inline={false}
            variant="bodySmall"
            aria-label={t('coverage.row.route-label', 'Route {{title}} to IRM', verbatim({ title: rule.title }))}
          >
            {t('coverage.row.route', 'Route to IRM')}
          </TextLink>
        )}
      </div>
    </div>
  );
});
