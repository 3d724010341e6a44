import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import type { IrmPlace } from '../grafana/irmAddresses';
import { CHECK_STEPS, checkIrm, type CheckStep, type IrmCheck as Check } from '../irm/irmCheck';
import { irmClientOnDemand } from '../irm/irmClientOnDemand';
import { proxyTransport } from '../transport/proxyTransport';
import { sessionTransport } from '../transport/sessionTransport';
import { CheckFooter } from './CheckFooter';
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
  const isSaved = place.apiUrl !== '' && hasToken;

  const run = async () => {
    setCheck(undefined);
    const irm = irmClientOnDemand(proxyTransport(sessionTransport(), { target: 'irm' }));
    setCheck(await checkIrm(irm, setStep));
    setStep(undefined);
  };

  return (
    <CheckFooter
      label={t('settings.irm.check.run', 'Test IRM access')}
      isRunning={step !== undefined}
      isDisabled={isStale || !isSaved}
      note={step ? progressOf(step) : !isStale && !isSaved && t('settings.irm.check.no-token', 'Save a token first.')}
      onRun={() => void run()}
    >
      {check && <Result check={check} place={place} />}
    </CheckFooter>
  );
}

function Result({ check, place }: { check: Check; place: IrmPlace }) {
  const { severity, title, text, answer, findings } = describeIrmCheck(check, place);
  return (
    <Alert severity={severity} title={title} bottomSpacing={0}>
      <Stack direction="column" gap={1}>
        {text && <Text element="p">{text}</Text>}
        {answer && (
          <Text element="p" variant="bodySmall" color="secondary">
            {answer}
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
    create: t('settings.irm.check.step.create', 'permission to create'),
    resolve: t('settings.irm.check.step.resolve', 'permission to resolve'),
    owner: t('settings.irm.check.step.owner', 'token owner'),
  };
  return t('settings.irm.check.progress', '{{number}} of {{total}}: {{name}}', {
    number: CHECK_STEPS.indexOf(step) + 1,
    total: CHECK_STEPS.length,
    name: names[step],
  });
}
