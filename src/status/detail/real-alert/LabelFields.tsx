import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FieldValidationMessage, IconButton, Input, Text, useStyles2 } from '@grafana/ui';
import { useRef } from 'react';
import { isBlank, labelProblem, type Label, type LabelProblem } from '../../../connection/real-alert/labels';

interface Props {
  labels: readonly Label[];
  /** Labels by which policies choose. */
  suggestions: readonly Label[];
  onChange(labels: Label[]): void;
  isDisabled: boolean;
}

/** The labels of the alert, which decide where it goes. */
export function LabelFields({ labels, suggestions, onChange, isDisabled }: Props) {
  const styles = useStyles2(getStyles);
  const addButton = useRef<HTMLButtonElement>(null);
  const set = (index: number, change: Partial<Label>) =>
    onChange(labels.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const take = (label: Label) =>
    onChange([...labels.filter((one) => !isBlank(one) && one.name.trim() !== label.name), label]);
  const open = suggestions.filter(({ name, value }) => !labels.some((one) => one.name === name && one.value === value));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('real-alert.labels.legend', 'Labels')}</legend>
      {labels.map((label, index) => {
        const problem = labelProblem(labels, index);
        return (
          <div key={index}>
            <div className={styles.row}>
              <Input
                aria-label={t('real-alert.labels.name', 'Label {{number}}', { number: index + 1 })}
                placeholder={t('real-alert.labels.name-example', 'team')}
                value={label.name}
                width={20}
                invalid={problem !== undefined && problem !== 'valueMissing' && problem !== 'template'}
                disabled={isDisabled}
                onChange={(event) => set(index, { name: event.currentTarget.value })}
              />
              <Input
                aria-label={t('real-alert.labels.value', 'Value {{number}}', { number: index + 1 })}
                placeholder={t('real-alert.labels.value-example', 'web')}
                value={label.value}
                width={20}
                invalid={problem === 'valueMissing' || problem === 'template'}
                disabled={isDisabled}
                onChange={(event) => set(index, { value: event.currentTarget.value })}
              />
              <IconButton
                name="trash-alt"
                aria-label={t('real-alert.labels.remove', 'Remove label {{number}}', { number: index + 1 })}
                disabled={isDisabled}
                onClick={() => {
                  onChange(labels.filter((_, at) => at !== index));
                  addButton.current?.focus();
                }}
              />
            </div>
            {problem && <FieldValidationMessage>{problemText(problem)}</FieldValidationMessage>}
          </div>
        );
      })}
      <div className={styles.row}>
        <Button
          ref={addButton}
          size="sm"
          variant="secondary"
          icon="plus"
          disabled={isDisabled}
          onClick={() => onChange([...labels, { name: '', value: '' }])}
        >
          {t('real-alert.labels.add', 'Add label')}
        </Button>
      </div>
      {open.length > 0 && (
        <div className={styles.row}>
          <Text variant="bodySmall" color="secondary">
            {t('real-alert.labels.in-use', 'Used by policies:')}
          </Text>
          {open.map((label) => (
            <Button
              key={`${label.name}=${label.value}`}
              size="sm"
              variant="secondary"
              fill="outline"
              disabled={isDisabled}
              onClick={() => take(label)}
            >
              {`${label.name}=${label.value}`}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function problemText(problem: LabelProblem): string {
  switch (problem) {
    case 'nameInvalid':
      return t('real-alert.labels.invalid', 'Not a label name.');
    case 'reserved':
      return t('real-alert.labels.reserved', 'Grafana or this plugin sets this label itself.');
    case 'twice':
      return t('real-alert.labels.twice', 'This label is there already.');
    case 'valueMissing':
      return t('real-alert.labels.value-missing', 'Enter a value.');
    case 'template':
      return t('real-alert.labels.template', 'Two opening braces would begin a template.');
  }
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
