import { t } from '@grafana/i18n';
import type { LabelMatcher } from '../connection/policies/types';
import { isMatcher } from '../connection/route-alerts/planRouting';
import { Dropdown } from '../ui/Dropdown';
import { LabelRows } from '../ui/LabelRows';
import { NEW_MATCHER } from './choice';

interface Props {
  matchers: readonly LabelMatcher[];
  onChange(matchers: LabelMatcher[]): void;
  isDisabled: boolean;
}

/** Labels that an alert has to have: all of them. */
export function MatcherFields({ matchers, onChange, isDisabled }: Props) {
  const operators = [
    { value: '=' as const, label: t('route.matcher.equal', '= equals') },
    { value: '!=' as const, label: t('route.matcher.not-equal', '!= differs') },
    { value: '=~' as const, label: t('route.matcher.regex', '=~ matches') },
    { value: '!~' as const, label: t('route.matcher.not-regex', '!~ does not match') },
  ];
  return (
    <LabelRows
      labels={matchers}
      blank={NEW_MATCHER}
      onChange={onChange}
      isDisabled={isDisabled}
      keepsOne
      problemOf={(matcher) => (matcher.name.trim() !== '' && !isMatcher(matcher) ? { field: 'value' } : undefined)}
      between={(matcher, index, set) => (
        <>
          <label className="sr-only" htmlFor={`route-operator-${index}`}>
            {t('route.matcher.operator', 'Comparison {{number}}', { number: index + 1 })}
          </label>
          <Dropdown
            id={`route-operator-${index}`}
            options={operators}
            value={matcher.operator}
            onChange={(operator) => set({ ...matcher, operator })}
            width={20}
            disabled={isDisabled}
          />
        </>
      )}
    />
  );
}
