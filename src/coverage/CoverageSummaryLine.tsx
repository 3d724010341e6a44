import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { memo, useMemo } from 'react';
import type { RuleCoverage } from '../connection/coverage/coverageOf';
import { groupOf, summaryOf } from '../connection/coverage/summary';
import { summaryNotes, summarySentence } from './describeReach';
import { SummaryBar } from './SummaryBar';

/** The answer, before anything else: how many rules would page? */
export const CoverageSummaryLine = memo(function CoverageSummaryLine({
  coverages,
}: {
  coverages: readonly RuleCoverage[];
}) {
  const styles = useStyles2(getStyles);
  const { summary, types } = useMemo(() => ({ summary: summaryOf(coverages), types: typesOf(coverages) }), [coverages]);
  return (
    <div className={styles.lines}>
      <div role="status" className={styles.lines}>
        <Text element="h2" variant="h3">
          {summarySentence(summary, types)}
        </Text>
        {summaryNotes(summary).map((note) => (
          <Text key={note} element="p" color="secondary">
            {note}
          </Text>
        ))}
      </div>
      <SummaryBar summary={summary} />
    </div>
  );
});

/** Kinds of integrations of the rules that never reach IRM. */
function typesOf(coverages: readonly RuleCoverage[]): string[] {
  const types = new Set<string>();
  for (const coverage of coverages) {
    if (groupOf(coverage) === 'elsewhere') {
      coverage.ways.forEach(
        ({ target }) => target.kind === 'elsewhere' && target.types.forEach((type) => types.add(type))
      );
    }
  }
  return [...types];
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({ display: 'grid', gap: theme.spacing(1), overflowWrap: 'anywhere' }),
});
