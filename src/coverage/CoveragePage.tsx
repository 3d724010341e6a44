import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { AlertingOff } from '../ui/AlertingOff';
import { useServices } from '../ui/data/services';
import { ExternalAlertmanagers } from '../ui/ExternalAlertmanagers';
import { useAlertmanagersReading } from '../ui/reading/useAlertmanagers';
import { CoverageList } from './CoverageList';
import { placeOf } from './describeRoute';
import { MissingRule } from './MissingRule';
import { RuleCadence } from './RuleCadence';
import { useAlertRule } from './useAlertRule';

/**
 * `/a/irmconnect-setup-app/coverage`: which alert rules would page, and when any of them notifies. `?rule=` is the uid of
 * the rule that is shown in full; what else stands there narrows the list (`coverageFilter.ts`).
 */
export default function CoveragePage() {
  const { capabilities } = useServices();
  const { alertmanagers, isAwaited } = useAlertmanagersReading(capabilities.hasAlerting);
  const { search } = useLocation();
  const navigate = useNavigate();
  const uid = new URLSearchParams(search).get('rule') ?? '';
  const { rule, isGone, error, isReading, retry } = useAlertRule(uid);
  const content = useFocusOnChange(uid);
  const back = () => {
    const parameters = new URLSearchParams(search);
    parameters.delete('rule');
    void navigate({ search: parameters.toString() });
  };
  const title = rule?.title;
  // One object, because with every other one Grafana sets the title of the document anew.
  const pageNav = useMemo(() => (title === undefined ? undefined : { text: title }), [title]);
  return (
    <PluginPage
      pageNav={pageNav}
      // Grafana knows only the name in plugin.json, which is English.
      renderTitle={pageNav ? undefined : () => <h1>{t('coverage.page.title', 'Coverage')}</h1>}
      subTitle={
        rule
          ? placeOf(rule)
          : t('coverage.page.subtitle', 'See which alert rules reach IRM, and when each of them notifies.')
      }
    >
      <div ref={content} tabIndex={-1} style={{ outline: 'none' }}>
        <Stack direction="column" gap={3}>
          {!capabilities.hasAlerting ? (
            <AlertingOff />
          ) : alertmanagers?.choice === 'external' ? (
            // What others make of alerts is not known here, and no contact point of this Grafana gets any.
            <ExternalAlertmanagers />
          ) : uid === '' ? (
            <CoverageList />
          ) : rule && !isAwaited ? (
            <RuleCadence key={uid} rule={rule} onBack={back} />
          ) : (
            <MissingRule onBack={back} {...{ isGone, error, isReading, retry }} />
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
