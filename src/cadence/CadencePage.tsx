import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useState } from 'react';
import { useLocation } from 'react-router';
import type { CadenceRule } from '../connection/cadence/types';
import { AlertingOff } from '../ui/AlertingOff';
import { useServices } from '../ui/data/services';
import { RuleCadence } from './RuleCadence';
import { RuleSearch } from './RuleSearch';

/** `/a/irmconnect-setup-app/cadence`: how often any rule really notifies. `?name=` fills in the search. */
export default function CadencePage() {
  const { capabilities } = useServices();
  const { search } = useLocation();
  const [name, setName] = useState(() => new URLSearchParams(search).get('name') ?? '');
  const [rule, setRule] = useState<CadenceRule>();
  return (
    <PluginPage
      pageNav={{ text: t('cadence.page.title', 'Cadence check') }}
      subTitle={t(
        'cadence.page.subtitle',
        'Choose any alert rule and see when its first notification leaves and how often it really repeats.'
      )}
    >
      <Stack direction="column" gap={3}>
        {!capabilities.hasAlerting ? (
          <AlertingOff />
        ) : rule ? (
          <RuleCadence rule={rule} onBack={() => setRule(undefined)} />
        ) : (
          <RuleSearch name={name} onNameChange={setName} onChoose={setRule} />
        )}
      </Stack>
    </PluginPage>
  );
}
