import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import type { ReactNode } from 'react';

interface Props {
  onBack?: () => void;
  /** The way on: one primary button, last, and what else there is before it. */
  children?: ReactNode;
}

/** The way back on the left and the way on on the right, at the foot of every step. */
export function StepFooter({ onBack, children }: Props) {
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="center" justifyContent="space-between">
      {onBack ? (
        <Button type="button" variant="secondary" fill="text" icon="arrow-left" onClick={onBack}>
          {t('setup.footer.back', 'Back')}
        </Button>
      ) : (
        <span />
      )}
      <Stack direction="row" gap={1} wrap="wrap" alignItems="center" justifyContent="flex-end">
        {children}
      </Stack>
    </Stack>
  );
}
