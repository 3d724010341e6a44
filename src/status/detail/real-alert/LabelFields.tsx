import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Text, useStyles2 } from '@grafana/ui';
import { isBlank, labelProblem, type Label, type LabelProblem } from '../../../connection/real-alert/labels';
import { LabelRows } from '../../../ui/LabelRows';

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
  const take = (label: Label) =>
    onChange([...labels.filter((one) => !isBlank(one) && one.name.trim() !== label.name), label]);
  const open = suggestions.filter(({ name, value }) => !labels.some((one) => one.name === name && one.value === value));
  return (
    <LabelRows
      labels={labels}
      blank={{ name: '', value: '' }}
      onChange={onChange}
      isDisabled={isDisabled}
      problemOf={(_, index) => {
        const problem = labelProblem(labels, index);
        return problem && { field: isOfValue(problem) ? 'value' : 'name', text: problemText(problem) };
      }}
    >
      {open.length > 0 && (
        <div className={styles.suggestions}>
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
    </LabelRows>
  );
}

const isOfValue = (problem: LabelProblem) => problem === 'valueMissing' || problem === 'template';

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
  suggestions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
