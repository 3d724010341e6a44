import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Button, Text, useStyles2, type BadgeColor } from '@grafana/ui';
import { useId, useState } from 'react';
import type { PolicyChange, StoredPolicy } from '../connection/route-alerts/types';
import { defaultPolicyText, matchersText, receiverText } from './policyTexts';
import { treeRows, type Mark, type TreeRow } from './treeRows';

interface Props {
  title: string;
  root: StoredPolicy;
  changes: readonly PolicyChange[];
  side: 'before' | 'after';
}

/** A policy tree as an indented list: what a change touches is marked, long stretches without are folded. */
export function PolicyTreeView({ title, root, changes, side }: Props) {
  const styles = useStyles2(getStyles);
  const headingId = useId();
  const [isWhole, setWhole] = useState(false);
  const rows = treeRows(root, changes, side, isWhole);
  const isFolded = rows.some(({ kind }) => kind === 'fold');
  return (
    <section className={styles.tree} aria-labelledby={headingId}>
      <Text element="h3" variant="h5" id={headingId}>
        {title}
      </Text>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.key} style={{ paddingInlineStart: `${Math.min(row.depth, 8) * 16}px` }}>
            {row.kind === 'fold' ? (
              <Text color="secondary" italic>
                {t('route.tree.fold', '{{count}} more policies, unchanged', {
                  count: row.count,
                  defaultValue_one: 'One more policy, unchanged',
                })}
              </Text>
            ) : (
              <PolicyLine row={row} />
            )}
          </li>
        ))}
      </ul>
      {(isFolded || isWhole) && (
        <div>
          <Button size="sm" variant="secondary" fill="text" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('route.tree.less', 'Show fewer') : t('route.tree.all', 'Show all policies')}
          </Button>
        </div>
      )}
    </section>
  );
}

function PolicyLine({ row }: { row: Extract<TreeRow, { kind: 'policy' }> }) {
  const styles = useStyles2(getStyles);
  const { policy, depth, mark } = row;
  return (
    <div className={cx(styles.line, mark === 'removed' && styles.removed)}>
      <span className={depth === 0 ? undefined : styles.matchers}>
        {depth === 0 ? defaultPolicyText() : matchersText(policy.matchers)}
      </span>
      <span aria-hidden>→</span>
      <Text weight="medium">{receiverText(policy)}</Text>
      {policy.continue && (
        <Text variant="bodySmall" color="secondary">
          {t('route.tree.continue', 'continues')}
        </Text>
      )}
      {mark && <Badge {...badgeOf(mark)} />}
    </div>
  );
}

function badgeOf(mark: Mark): { text: string; color: BadgeColor } {
  switch (mark) {
    case 'added':
      return { text: t('route.tree.added', 'New'), color: 'green' };
    case 'removed':
      return { text: t('route.tree.removed', 'Removed'), color: 'red' };
    case 'changed':
      return { text: t('route.tree.changed', 'Changed'), color: 'blue' };
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  tree: css({
    display: 'grid',
    alignContent: 'start',
    gap: theme.spacing(1),
    minWidth: 0,
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  list: css({ display: 'grid', gap: theme.spacing(0.5), margin: 0, padding: 0, listStyle: 'none' }),
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
    overflowWrap: 'anywhere',
  }),
  matchers: css({
    minWidth: 0,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  removed: css({ textDecoration: 'line-through' }),
});
