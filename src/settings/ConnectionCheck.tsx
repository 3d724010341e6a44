import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Alert, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import { doorsOf } from '../connection/plan/granted';
import { readCapabilities } from '../grafana/capabilities';
import { checkProxy } from '../grafana/proxyCheck';
import { proveSame } from '../grafana/sameGrafana';
import { proxyTransport } from '../transport/proxyTransport';
import { sessionTransport } from '../transport/sessionTransport';
import { CheckFooter } from './CheckFooter';
import { describeProxyCheck, type CheckDescription } from './describeProxyCheck';
import { FindingRow } from './FindingRow';

interface Props {
  /** Where the plugin looks for Grafana, as stored. */
  address: string;
  /** The form holds something that is not stored yet. */
  isStale: boolean;
}

/** Tries the stored settings: calls through the plugin's proxy to Grafana itself. */
export function ConnectionCheck({ address, isStale }: Props) {
  const [shown, setShown] = useState<CheckDescription>();
  const [isRunning, setIsRunning] = useState(false);

  const run = async () => {
    setIsRunning(true);
    setShown(undefined);
    setShown(await checked(address));
    setIsRunning(false);
  };

  return (
    <CheckFooter
      label={t('settings.check.run', 'Test access')}
      isRunning={isRunning}
      isDisabled={isStale}
      onRun={() => void run()}
    >
      {shown && (
        <Alert severity={shown.severity} title={shown.title} bottomSpacing={0}>
          <Stack direction="column" gap={1}>
            <Text element="p">{shown.text}</Text>
            {shown.findings.map((finding) => (
              <FindingRow key={finding.text} finding={finding} />
            ))}
          </Stack>
        </Alert>
      )}
    </CheckFooter>
  );
}

async function checked(address: string): Promise<CheckDescription> {
  const session = sessionTransport();
  const proxy = proxyTransport(session, { address });
  const check = await checkProxy(proxy);
  // Without permissions the token is not good, and there is nobody to ask.
  const sameness = check.permissions && (await proveSame(session, proxy));
  return describeProxyCheck(check, { sameness, address, doors: doorsOf(readCapabilities(config).version) });
}
