import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { ChecklistItem, ChecklistState } from '../../../connection/health/checklist/types';
import type { ActionId } from '../actions/types';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import { ChecklistEntry } from './ChecklistEntry';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

const ORDER: readonly ChecklistState[] = ['problem', 'unknown', 'ok'];

/** "Why might it stop?": every known cause, checked with each refresh, what is wrong first. */
export function ChecklistSection({ live, onAction }: Props) {
  const styles = useStyles2(getStyles);
  const { items } = live;
  const sorted = [...items].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <Section title={t('status.checklist.title', 'Why might it stop?')}>
      <Text element="p" color="secondary">
        {summary(items)}
      </Text>
      <ul className={styles.list} aria-label={t('status.checklist.label', 'Checks')}>
        {sorted.map((item) => (
          <ChecklistEntry key={item.id} item={item} live={live} onAction={onAction} />
        ))}
      </ul>
    </Section>
  );
}

function summary(items: readonly ChecklistItem[]): string {
  const count = (wanted: ChecklistState) => items.filter(({ state }) => state === wanted).length;
  const problems = count('problem');
  const unknown = count('unknown');
  const parts = [
    problems === 0
      ? t('status.checklist.no-problems', 'No problem found')
      : t('status.checklist.problems', '{{count}} problems', { count: problems, defaultValue_one: 'One problem' }),
    ...(unknown > 0
      ? [
          t('status.checklist.unknown', '{{count}} cannot be told', {
            count: unknown,
            defaultValue_one: 'one cannot be told',
          }),
        ]
      : []),
    t('status.checklist.fine', '{{count}} in order', { count: count('ok') }),
  ];
  return parts.join(', ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    '& > li + li': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
});
