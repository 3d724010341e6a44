import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import type { Integration } from '../../connection/model';
import { TestNotificationButton } from '../../ui/irm/arrival/TestNotificationButton';

/** The contact point is there; now see an alert arrive. */
export function TestSection({ contactPoint }: { contactPoint: Integration }) {
  return (
    <Stack direction="column" gap={1}>
      <Text element="h3" variant="h4">
        {t('setup.contact-point.test', 'See an alert arrive')}
      </Text>
      <TestNotificationButton integration={contactPoint} />
    </Stack>
  );
}
