import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { memo, useCallback, useMemo } from 'react';
import { leadsToIrm, type RuleCoverage } from '../connection/coverage/coverageOf';
import type { AlertState, DeliveryStatus } from '../connection/port/grafanaPort';
import { ColumnHeads } from '../ui/ColumnHeads';
import { RowBlocks } from '../ui/RowBlocks';
import { useTimingEnvironment } from '../ui/timing/useTimingEnvironment';
import { getCoverageColumns, ROW_HEIGHT } from './coverageColumns';
import { CoverageRow } from './CoverageRow';
import { describeNow } from './describeNow';

interface Props {
  coverages: readonly RuleCoverage[];
  alerts: readonly AlertState[] | undefined;
  deliveries: readonly DeliveryStatus[] | undefined;
  mayRoute: boolean;
}

/** The rules, a line for each, drawn only where it can be seen. */
export const CoverageTable = memo(function CoverageTable({ coverages, alerts, deliveries, mayRoute }: Props) {
  const styles = useStyles2(getCoverageColumns);
  const environment = useTimingEnvironment();
  const receiversNow = useMemo(() => receiversByRule(alerts ?? []), [alerts]);
  const failing = useMemo(() => failingIn(deliveries ?? []), [deliveries]);
  const draw = useCallback(
    (coverage: RuleCoverage, place: number) => (
      <CoverageRow
        coverage={coverage}
        place={place}
        now={describeNow(coverage, receiversNow.get(coverage.rule.uid))}
        isFailing={coverage.reach === 'irm' && isFailing(coverage, failing)}
        environment={environment}
        mayRoute={mayRoute}
      />
    ),
    [receiversNow, failing, environment, mayRoute]
  );
  return (
    <div
      role="table"
      aria-label={t('coverage.table.label', 'Alert rules')}
      aria-rowcount={coverages.length + 1}
      className={styles.table}
    >
      <Headings />
      <RowBlocks rows={coverages} idOf={idOf} rowHeight={ROW_HEIGHT} draw={draw} />
    </div>
  );
});

const Headings = memo(function Headings() {
  const styles = useStyles2(getCoverageColumns);
  return (
    <ColumnHeads
      styles={styles}
      columns={[
        { className: styles.reach, title: t('coverage.column.reach', 'Reaches') },
        { className: styles.name, title: t('coverage.column.rule', 'Alert rule') },
        { className: styles.way, title: t('coverage.column.way', 'Contact points') },
        { className: styles.first, title: t('coverage.column.first', 'First after') },
        { className: styles.repeat, title: t('coverage.column.repeat', 'Repeated every') },
        { className: styles.action, title: t('coverage.column.action', 'Action'), isUnseen: true },
      ]}
    />
  );
});

/** Rules without a uid are told apart by their place and name. */
const idOf = ({ rule }: RuleCoverage) => rule.uid || [rule.folderUid, rule.group, rule.title].join('/');

function receiversByRule(alerts: readonly AlertState[]): Map<string, Set<string>> {
  const byRule = new Map<string, Set<string>>();
  for (const { ruleUid, receivers } of alerts) {
    const known = byRule.get(ruleUid) ?? new Set();
    receivers.forEach((name) => known.add(name));
    byRule.set(ruleUid, known);
  }
  return byRule;
}

const failingIn = (deliveries: readonly DeliveryStatus[]) =>
  new Set(
    deliveries
      .filter(({ integrations }) => integrations.some(({ lastError }) => lastError !== undefined))
      .map(({ name }) => name)
  );

/** Whether every contact point by which the rule certainly reaches IRM failed last time. */
function isFailing({ ways }: RuleCoverage, failing: ReadonlySet<string>): boolean {
  const toIrm = ways.filter(leadsToIrm);
  return toIrm.length > 0 && toIrm.every(({ receiver }) => failing.has(receiver));
}
