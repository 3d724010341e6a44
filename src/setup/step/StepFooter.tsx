import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import type { ReactNode } from 'react';

interface Props {
  onBack?: () => void;
  /** The way on, normally one primary button. */
  children?: ReactNode;
}

/** The way back and the way on, at the foot of every step. */
export function StepFooter({ onBack, children }: Props) {
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
      {children}
      {onBack && (
        <Button type="button" variant="secondary" fill="text" icon="arrow-left" onClick={onBack}>
          <Trans i18nKey="setup.footer.back">Back</Trans>
        </Button>
      )}
    </Stack>
  );
}
