import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FieldValidationMessage, IconButton, Input, useStyles2 } from '@grafana/ui';
import { useRef, type ReactNode } from 'react';

interface Row {
  name: string;
  value: string;
}

interface Props<Label extends Row> {
  labels: readonly Label[];
  /** What "Add label" adds. */
  blank: Label;
  onChange(labels: Label[]): void;
  isDisabled: boolean;
  /** The last one stays. */
  keepsOne?: boolean;
  /** The field of a label that is wrong, and what to say below. */
  problemOf(label: Label, index: number): { field: keyof Row; text?: string } | undefined;
  /** What stands between name and value. */
  between?(label: Label, index: number, set: (changed: Label) => void): ReactNode;
  /** What stands below. */
  children?: ReactNode;
}

/** Labels by name and value, one a row, to add to and to take from. */
export function LabelRows<Label extends Row>(props: Props<Label>) {
  const { labels, blank, onChange, isDisabled, keepsOne = false, problemOf, between, children } = props;
  const styles = useStyles2(getStyles);
  const addButton = useRef<HTMLButtonElement>(null);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('ui.labels.legend', 'Labels')}</legend>
      {labels.map((label, index) => {
        const problem = problemOf(label, index);
        const set = (changed: Label) => onChange(labels.map((one, at) => (at === index ? changed : one)));
        return (
          <div key={index}>
            <div className={styles.row}>
              <Input
                aria-label={t('ui.labels.name', 'Label {{number}}', { number: index + 1 })}
                placeholder={t('ui.labels.name-example', 'team')}
                value={label.name}
                width={20}
                invalid={problem?.field === 'name'}
                disabled={isDisabled}
                onChange={(event) => set({ ...label, name: event.currentTarget.value })}
              />
              {between?.(label, index, set)}
              <Input
                aria-label={t('ui.labels.value', 'Value {{number}}', { number: index + 1 })}
                placeholder={t('ui.labels.value-example', 'web')}
                value={label.value}
                width={20}
                invalid={problem?.field === 'value'}
                disabled={isDisabled}
                onChange={(event) => set({ ...label, value: event.currentTarget.value })}
              />
              {(labels.length > 1 || !keepsOne) && (
                <IconButton
                  name="trash-alt"
                  aria-label={t('ui.labels.remove', 'Remove label {{number}}', { number: index + 1 })}
                  disabled={isDisabled}
                  onClick={() => {
                    onChange(labels.filter((_, at) => at !== index));
                    addButton.current?.focus();
                  }}
                />
              )}
            </div>
            {problem?.text !== undefined && <FieldValidationMessage>{problem.text}</FieldValidationMessage>}
          </div>
        );
      })}
      <div>
        <Button
          ref={addButton}
          size="sm"
          variant="secondary"
          icon="plus"
          disabled={isDisabled}
          onClick={() => onChange([...labels, blank])}
        >
          {t('ui.labels.add', 'Add label')}
        </Button>
      </div>
      {children}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ display: 'grid', gap: theme.spacing(1), minWidth: 0, margin: 0, padding: 0, border: 0 }),
  legend: css({
    marginBottom: theme.spacing(1),
    border: 0,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.text.primary,
  }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
