import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, IconButton, Input, useStyles2 } from '@grafana/ui';
import { useRef } from 'react';
import type { LabelMatcher } from '../connection/coverage/types';
import { isMatcher } from '../connection/route-alerts/planRouting';
import { Dropdown } from '../ui/Dropdown';
import { NEW_MATCHER } from './choice';

interface Props {
  matchers: readonly LabelMatcher[];
  onChange(matchers: LabelMatcher[]): void;
  isDisabled: boolean;
}

/** Labels that an alert has to have: all of them. */
export function MatcherFields({ matchers, onChange, isDisabled }: Props) {
  const styles = useStyles2(getStyles);
  const addButton = useRef<HTMLButtonElement>(null);
  const set = (index: number, change: Partial<LabelMatcher>) =>
    onChange(matchers.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const operators = [
    { value: '=' as const, label: t('route.matcher.equal', '= equals') },
    { value: '!=' as const, label: t('route.matcher.not-equal', '!= differs') },
    { value: '=~' as const, label: t('route.matcher.regex', '=~ matches') },
    { value: '!~' as const, label: t('route.matcher.not-regex', '!~ does not match') },
  ];
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('route.matcher.legend', 'Labels')}</legend>
      {matchers.map((matcher, index) => {
        const isBad = matcher.name.trim() !== '' && !isMatcher(matcher);
        return (
          <div key={index} className={styles.row}>
            <Input
              id={`route-label-${index}`}
              aria-label={t('route.matcher.name', 'Label {{number}}', { number: index + 1 })}
              placeholder={t('route.matcher.name-example', 'team')}
              value={matcher.name}
              width={22}
              disabled={isDisabled}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <label className="sr-only" htmlFor={`route-operator-${index}`}>
              {t('route.matcher.operator', 'Comparison {{number}}', { number: index + 1 })}
            </label>
            <Dropdown
              id={`route-operator-${index}`}
              options={operators}
              value={matcher.operator}
              onChange={(operator) => set(index, { operator })}
              width={20}
              disabled={isDisabled}
            />
            <Input
              id={`route-value-${index}`}
              aria-label={t('route.matcher.value', 'Value {{number}}', { number: index + 1 })}
              placeholder={t('route.matcher.value-example', 'web')}
              value={matcher.value}
              width={22}
              invalid={isBad}
              disabled={isDisabled}
              onChange={(event) => set(index, { value: event.currentTarget.value })}
            />
            {matchers.length > 1 && (
              <IconButton
                name="trash-alt"
                aria-label={t('route.matcher.remove', 'Remove label {{number}}', { number: index + 1 })}
                disabled={isDisabled}
                onClick={() => {
                  onChange(matchers.filter((_, at) => at !== index));
                  addButton.current?.focus();
                }}
              />
            )}
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
          onClick={() => onChange([...matchers, NEW_MATCHER])}
        >
          {t('route.matcher.add', 'Add label')}
        </Button>
      </div>
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
