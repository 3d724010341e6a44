import { t } from '@grafana/i18n';
import { Checkbox, Field, Stack } from '@grafana/ui';
import type { AlertRule } from '../connection/policies/types';
import { isHeartbeatRule } from '../connection/coverage/isHeartbeat';
import type { Receivers } from '../connection/policies/receiver';
import type { PolicyTree } from '../connection/route-alerts/types';
import { ChoiceField } from '../ui/ChoiceField';
import { Dropdown } from '../ui/Dropdown';
import { verbatim } from '../ui/verbatim';
import { isDefault, type Kind, type RouteValues } from './choice';
import { MatcherFields } from './MatcherFields';
import { matchersText } from './policyTexts';

interface Props {
  values: RouteValues;
  onChange(change: Partial<RouteValues>): void;
  /** Undefined while they are read. */
  tree: PolicyTree | undefined;
  rules: readonly AlertRule[] | undefined;
  targets: readonly string[];
  receivers: Receivers;
  /** Names of all contact points. */
  contactPoints: readonly string[];
  isDisabled: boolean;
}

/** Which alerts the connection is to get. */
export function ChoiceFields(props: Props) {
  const { values, onChange, tree, targets, isDisabled } = props;
  return (
    <Stack direction="column" gap={2}>
      <ChoiceField<Kind>
        label={t('route.choice.label', 'Alerts to route')}
        options={optionsOf(targets)}
        value={values.kind}
        onChange={(kind) => onChange({ kind })}
        disabled={isDisabled}
      />
      {values.kind === 'matching' && (
        <>
          <MatcherFields
            matchers={values.matchers}
            onChange={(matchers) => onChange({ matchers })}
            isDisabled={isDisabled}
          />
          {tree && tree.root.routes.length > 0 && <PlaceField {...props} tree={tree} />}
          <div>
            <Checkbox
              id="route-continue"
              label={t('route.continue.label', 'Other policies see these alerts, too')}
              description={t(
                'route.continue.why',
                'Policies after the new one are looked at as well (“Continue matching subsequent sibling nodes”).'
              )}
              value={values.goesOn}
              disabled={isDisabled}
              onChange={(event) => onChange({ goesOn: event.currentTarget.checked })}
            />
          </div>
        </>
      )}
      {values.kind === 'rule' && <RuleFields {...props} />}
      {values.kind === 'nothing' && tree && isDefault(tree, targets) && <DefaultField {...props} />}
    </Stack>
  );
}

function optionsOf([name = '']: readonly string[]): Array<{ value: Kind; label: string; description: string }> {
  return [
    {
      value: 'everything',
      label: t('route.choice.everything', 'All alerts that no other policy takes'),
      description: t('route.choice.everything-why', 'The default notification policy sends to the connection.'),
    },
    {
      value: 'matching',
      label: t('route.choice.matching', 'Alerts with certain labels'),
      description: t('route.choice.matching-why', 'A new notification policy below the default one.'),
    },
    {
      value: 'rule',
      label: t('route.choice.rule', 'One alert rule'),
      description: t('route.choice.rule-why', 'The rule chooses the contact point itself, past all policies.'),
    },
    {
      value: 'nothing',
      label: t('route.choice.nothing', 'No alerts'),
      description: t('route.choice.nothing-why', 'Removes the policies that send to “{{name}}”.', verbatim({ name })),
    },
  ];
}

function PlaceField({ values, onChange, tree, isDisabled }: Props & { tree: PolicyTree }) {
  const { routes } = tree.root;
  const options = [
    { value: 0, label: t('route.place.first', 'First') },
    ...routes.map((route, index) => ({
      value: index + 1,
      label: t('route.place.after', 'After {{matchers}}', verbatim({ matchers: matchersText(route.matchers) })),
      description: route.receiver,
    })),
  ];
  return (
    <Field
      label={t('route.place.label', 'Place of the new policy')}
      description={t('route.place.why', 'The first policy that matches takes an alert, unless it continues.')}
      htmlFor="route-place"
      noMargin
    >
      <Dropdown
        id="route-place"
        options={options}
        value={Math.min(values.place, routes.length)}
        onChange={(place) => onChange({ place })}
        width={40}
        disabled={isDisabled}
      />
    </Field>
  );
}

function RuleFields({ values, onChange, rules, receivers, isDisabled }: Props) {
  const options = (rules ?? [])
    .filter((rule) => !isHeartbeatRule(rule, receivers))
    .map(({ uid, title, folder }) => ({ value: uid, label: title, description: folder }));
  return (
    <>
      <Field label={t('route.rule.label', 'Alert rule')} htmlFor="route-rule" noMargin>
        <Dropdown
          id="route-rule"
          options={options}
          value={options.some(({ value }) => value === values.rule) ? values.rule : null}
          onChange={(rule) => onChange({ rule })}
          width={40}
          placeholder={t('route.rule.placeholder', 'Choose an alert rule')}
          loading={!rules}
          disabled={isDisabled}
        />
      </Field>
      <div>
        <Checkbox
          id="route-rule-follows"
          label={t('route.rule.follows', 'Let the rule follow the notification policies again')}
          value={values.ruleFollows}
          disabled={isDisabled}
          onChange={(event) => onChange({ ruleFollows: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}

function DefaultField({ values, onChange, contactPoints, targets, isDisabled }: Props) {
  const others = contactPoints.filter((name) => !targets.includes(name));
  return (
    <Field
      label={t('route.default.label', 'Contact point of the default policy')}
      description={t('route.default.why', 'The default policy sends to the connection now, and always needs one.')}
      htmlFor="route-default"
      noMargin
    >
      <Dropdown
        id="route-default"
        options={others.map((name) => ({ value: name, label: name }))}
        value={values.defaultReceiver || null}
        onChange={(defaultReceiver) => onChange({ defaultReceiver })}
        width={40}
        placeholder={t('route.default.placeholder', 'Choose a contact point')}
        disabled={isDisabled}
      />
    </Field>
  );
}
