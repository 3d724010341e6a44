import { t } from '@grafana/i18n';
import { Alert, Button, Modal, Stack } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { Integration } from '../../../connection/model';
import { TestNotificationButton } from '../../../ui/irm/arrival/TestNotificationButton';
import { Dialog } from '../../../ui/Dialog';
import type { DialogProps } from './types';

/** One test alert through the contact point for alerts. */
export function TestDialog({ connection, onClose }: DialogProps) {
  return (
    <SendDialog
      title={t('status.test.title', 'Send test alert')}
      contactPoint={connection.alertContactPoint}
      onClose={onClose}
    />
  );
}

/** One heartbeat right now, whatever the rule does. */
export function BeatDialog({ connection, onClose }: DialogProps) {
  return (
    <SendDialog
      title={t('status.beat.title', 'Send heartbeat')}
      contactPoint={connection.heartbeatContactPoint}
      onClose={onClose}
    >
      <Alert severity="info" title={t('status.beat.counts', 'IRM counts this as a heartbeat')} bottomSpacing={0}>
        {t(
          'status.beat.counts-text',
          'It restarts the heartbeat interval and resolves the alert group in IRM, even if the rule is broken. It tests the way to IRM, not the rule, and does not appear in the timeline.'
        )}
      </Alert>
    </SendDialog>
  );
}

interface Props {
  title: string;
  contactPoint: Integration | undefined;
  onClose(): void;
  children?: ReactNode;
}

function SendDialog({ title, contactPoint, onClose, children }: Props) {
  return (
    <Dialog title={title} onDismiss={onClose}>
      <Stack direction="column" gap={2} alignItems="stretch">
        {children}
        {contactPoint && <TestNotificationButton integration={contactPoint} />}
      </Stack>
      <Modal.ButtonRow>
        <Button variant="secondary" fill="outline" onClick={onClose}>
          {t('status.send.close', 'Close')}
        </Button>
      </Modal.ButtonRow>
    </Dialog>
  );
}
