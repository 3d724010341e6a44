import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { AlertingOff } from '../ui/AlertingOff';
import { useServices } from '../ui/data/services';
import { placeOf } from './describeRoute';
import { MissingRule } from './MissingRule';
import { RuleCadence } from './RuleCadence';
import { RuleSearch } from './RuleSearch';
import { useCadenceRule } from './useCadenceRule';

/**
 * `/a/irmconnect-setup-app/cadence`: when any alert rule notifies. `?rule=` is the uid of the rule that is shown,
 * `?name=` fills in the search.
 */
export default function CadencePage() {
  const { capabilities } = useServices();
  const { search } = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(search);
  const uid = params.get('rule') ?? '';
  const [name, setName] = useState(params.get('name') ?? '');
  const { rule, isGone, error, isReading, retry, remember } = useCadenceRule(uid);
  const content = useFocusOnChange(uid);
  const open = (rule: Record<string, string>) =>
    navigate({ search: new URLSearchParams({ ...(name !== '' && { name }), ...rule }).toString() });
  return (
    <PluginPage
      pageNav={rule && { text: rule.title }}
      subTitle={
        rule
          ? placeOf(rule)
          : t(
              'cadence.page.subtitle',
              'See when an alert rule sends its first notification and how often it really repeats.'
            )
      }
    >
      <div ref={content} tabIndex={-1} style={{ outline: 'none' }}>
        <Stack direction="column" gap={3}>
          {!capabilities.hasAlerting ? (
            <AlertingOff />
          ) : uid === '' ? (
            <RuleSearch
              name={name}
              onNameChange={setName}
              onChoose={(chosen) => {
                remember(chosen);
                void open({ rule: chosen.uid });
              }}
            />
          ) : rule ? (
            <RuleCadence key={uid} rule={rule} onBack={() => open({})} />
          ) : (
            <MissingRule onBack={() => open({})} {...{ isGone, error, isReading, retry }} />
          )}
        </Stack>
      </div>
    </PluginPage>
  );
}

/** Focus follows to what is shown next, instead of being lost with the row or button that led there. */
function useFocusOnChange(shown: string) {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef(shown);
  useEffect(() => {
    if (last.current !== shown) {
      last.current = shown;
      ref.current?.focus();
    }
  }, [shown]);
  return ref;
}
