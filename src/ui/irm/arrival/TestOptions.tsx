import { t } from '@grafana/i18n';
import { Checkbox, Stack } from '@grafana/ui';
import { BeforeTest } from './BeforeTest';
import { OpenTestOffer } from './OpenTestOffer';
import type { Test } from './useTest';

/** What IRM tells before a test, what is left of former ones, and whether this one is resolved afterwards. */
export function TestOptions({ test }: { test: Test }) {
  const { sentTo, reading, known, left, dismiss, missing, mayResolve, isToResolve, setIsToResolve } = test;
  if (!sentTo) {
    return null;
  }
  return (
    <Stack direction="column" gap={2} alignItems="stretch">
      <BeforeTest reading={reading} />
      {known &&
        left.map((one) => (
          <OpenTestOffer
            key={one.testId}
            test={one}
            sentTo={sentTo}
            integration={known}
            onDismiss={() => dismiss(one.testId)}
          />
        ))}
      {mayResolve && (
        <div>
          <Checkbox
            value={isToResolve}
            disabled={missing.length > 0 || test.isServiceAccount}
            onChange={(event) => setIsToResolve(event.currentTarget.checked)}
            label={t('irm.arrival.resolve-afterwards', 'Resolve it in IRM afterwards')}
            description={
              test.isServiceAccount
                ? t(
                    'irm.arrival.no-service-account',
                    'IRM does not let service accounts resolve alert groups. Once the test arrives, its link leads there.'
                  )
                : t('irm.arrival.resolve-afterwards-text', 'Whoever is on call may be notified meanwhile.')
            }
          />
        </div>
      )}
    </Stack>
  );
}
