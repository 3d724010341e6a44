import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import { checkProxy, type ProxyCheck } from '../grafana/proxyCheck';
import { proxyTransport } from '../transport/proxyTransport';
import { sessionTransport } from '../transport/sessionTransport';
import { describeProxyCheck } from './describeProxyCheck';

/** Tries the stored settings: a call through the plugin's proxy to Grafana itself. */
export function ConnectionCheck({ isStale }: { isStale: boolean }) {
  const [check, setCheck] = useState<ProxyCheck>();
  const [isRunning, setIsRunning] = useState(false);

  const run = async () => {
    setIsRunning(true);
    setCheck(await checkProxy(proxyTransport(sessionTransport())));
    setIsRunning(false);
  };

  const shown = check && describeProxyCheck(check);
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <Stack direction="row" gap={2} alignItems="center" wrap="wrap">
        <Button
          type="button"
          variant="secondary"
          icon={isRunning ? 'spinner' : 'check'}
          disabled={isRunning || isStale}
          onClick={run}
        >
          {isRunning ? t('settings.check.running', 'Checking...') : t('settings.check.run', 'Check service account')}
        </Button>
        {isStale && (
          <Text color="secondary">
            <Trans i18nKey="settings.check.stale">Save first: the check uses the stored settings.</Trans>
          </Text>
        )}
      </Stack>
      <div aria-live="polite">
        {shown && (
          <Alert severity={shown.severity} title={shown.title}>
            {shown.text}
          </Alert>
        )}
      </div>
    </Stack>
  );
}
