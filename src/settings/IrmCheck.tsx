import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import type { IrmPlace } from '../grafana/irmAddresses';
import { CHECK_STEPS, checkIrm, type CheckStep, type IrmCheck as Check } from '../irm/irmCheck';
import { createIrmClient } from '../irm/irmClient';
import { proxyTransport } from '../transport/proxyTransport';
import { sessionTransport } from '../transport/sessionTransport';
import { describeIrmCheck } from './describeIrmCheck';
import { FindingRow } from './FindingRow';

interface Props {
  /** The settings as they are stored, which are the ones that are tested. */
  place: IrmPlace;
  hasToken: boolean;
  /** The form holds something that is not stored yet. */
  isStale: boolean;
}

/** Tries the stored settings: calls IRM through the plugin's routes, and tells what the token may do. */
export function IrmCheck({ place, hasToken, isStale }: Props) {
  const [check, setCheck] = useState<Check>();
  const [step, setStep] = useState<CheckStep>();
  const isRunning = step !== undefined;
  const isReady = place.apiUrl !== '' && hasToken && !isStale;

  const run = async () => {
    setCheck(undefined);
    const irm = createIrmClient(proxyTransport(sessionTransport(), { target: 'irm' }));
    setCheck(await checkIrm(irm, setStep));
    setStep(undefined);
  };

  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Stack direction="row" gap={2} alignItems="center" wrap="wrap">
        <Button
          type="button"
          variant="secondary"
          icon={isRunning ? 'spinner' : 'check'}
          disabled={isRunning || !isReady}
          onClick={run}
        >
          {isRunning
            ? t('settings.irm.check.running', 'Testing...')
            : t('settings.irm.check.run', 'Test connection to IRM')}
        </Button>
        {!isReady && (
          <Text color="secondary">
            {isStale ? (
              <Trans i18nKey="settings.irm.check.stale">Save first: the test uses the stored settings.</Trans>
            ) : (
              <Trans i18nKey="settings.irm.check.no-token">Save a token first.</Trans>
            )}
          </Text>
        )}
        {step && <Text color="secondary">{progressOf(step)}</Text>}
      </Stack>
      <div aria-live="polite">{check && <Result check={check} place={place} />}</div>
    </Stack>
  );
}

function Result({ check, place }: { check: Check; place: IrmPlace }) {
  const { severity, title, text, words, findings } = describeIrmCheck(check, place);
  return (
    <Alert severity={severity} title={title} bottomSpacing={0}>
      <Stack direction="column" gap={1}>
        {text && <Text element="p">{text}</Text>}
        {words && (
          <Text element="p" variant="bodySmall" color="secondary">
            <Trans i18nKey="settings.irm.check.words">What came back:</Trans> {words}
          </Text>
        )}
        {findings.map((finding) => (
          <FindingRow key={finding.text} finding={finding} />
        ))}
      </Stack>
    </Alert>
  );
}

function progressOf(step: CheckStep): string {
  const names: Record<CheckStep, string> = {
    integrations: t('settings.irm.check.step.integrations', 'integrations'),
    teams: t('settings.irm.check.step.teams', 'teams'),
    escalationChains: t('settings.irm.check.step.chains', 'escalation chains'),
    alertGroups: t('settings.irm.check.step.alert-groups', 'alert groups'),
    create: t('settings.irm.check.step.create', 'right to create'),
    resolve: t('settings.irm.check.step.resolve', 'right to resolve'),
    owner: t('settings.irm.check.step.owner', 'owner of the token'),
  };
  return t('settings.irm.check.progress', '{{number}} of {{total}}: {{name}}', {
    number: CHECK_STEPS.indexOf(step) + 1,
    total: CHECK_STEPS.length,
    name: names[step],
  });
}
