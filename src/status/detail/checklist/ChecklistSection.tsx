import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Collapse, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { ChecklistItem } from '../../../connection/health/checklist/types';
import type { ActionId } from '../actions/types';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import { ChecklistEntry } from './ChecklistEntry';
import { sortChecks } from './sortChecks';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** Every known way to fall silent, checked with each refresh. What is in order folds to one line. */
export function ChecklistSection({ live, onAction }: Props) {
  const [showsPassed, setShowsPassed] = useState(false);
  const { problems, unknown, hints, passed } = sortChecks(live.items);
  const list = (items: readonly ChecklistItem[], label: string) => (
    <Entries items={items} label={label} live={live} onAction={onAction} />
  );
  return (
    <Section title={t('status.checklist.title', 'Checks')}>
      {problems.length + unknown.length + hints.length > 0 &&
        list([...problems, ...unknown, ...hints], t('status.checklist.label', 'Checks that did not pass'))}
      {passed.length > 0 && (
        <Collapse
          label={t('status.checklist.passed', '{{count}} checks passed', {
            count: passed.length,
            defaultValue_one: 'One check passed',
          })}
          isOpen={showsPassed}
          onToggle={setShowsPassed}
        >
          {list(passed, t('status.checklist.passed-label', 'Checks that passed'))}
        </Collapse>
      )}
    </Section>
  );
}

function Entries({ items, label, live, onAction }: Props & { items: readonly ChecklistItem[]; label: string }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <ChecklistEntry key={item.id} item={item} live={live} onAction={onAction} />
      ))}
    </ul>
  );
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
