import { t, Trans } from '@grafana/i18n';
import { Button, Checkbox, Modal, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
import { firesWithin } from '../../../connection/real-alert/window';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { ChoiceField } from '../../../ui/ChoiceField';
import { describeObstacle } from '../../../ui/describeObstacle';
import { Dialog } from '../../../ui/Dialog';
import { useFocusWhile } from '../../../ui/useFocusWhile';
import type { Live } from '../parts/useLive';
import type { BegunAlert } from './begunAlert';
import { LabelFields } from './LabelFields';
import { PreviewNote } from './PreviewNote';
import { useRealAlertChoice, type Way } from './useRealAlertChoice';
import { useSendRealAlert } from './useSendRealAlert';

interface Props {
  live: Live;
  onSent(begun: BegunAlert): void;
  onClose(): void;
}

/** What is to be known before an alert rule really fires, and what it is to carry. */
export function RealAlertDialog({ live, onSent, onClose }: Props) {
  const choice = useRealAlertChoice(live);
  const { way, labels, preview, hasProblem } = choice;
  const { send, run, obstacle } = useSendRealAlert(live, choice, onSent);
  const [isKnown, setIsKnown] = useState(false);
  const closeButton = useFocusWhile(run.isRunning);
  const isFailed = !run.isRunning && run.outcome !== undefined && run.outcome.result !== 'applied';
  const sendLabel = t('real-alert.dialog.send', 'Send real alert now');
  const close = () => {
    run.stop();
    onClose();
  };

  return (
    <Dialog title={t('real-alert.dialog.title', 'Send real alert')} onDismiss={close}>
      <Stack direction="column" gap={2} alignItems="stretch">
        <Text element="p">
          <Trans i18nKey="real-alert.dialog.intro">
            An alert rule fires once, and its alert is followed all the way: evaluated, routed, delivered, arrived in
            IRM, resolved. Then the rule is deleted. A test alert proves the contact point; this proves the way to it.
          </Trans>
        </Text>
        <WayField value={way} onChange={choice.setWay} disabled={run.isRunning} />
        <LabelFields
          labels={labels}
          suggestions={choice.suggestions}
          onChange={choice.setLabels}
          isDisabled={run.isRunning}
        />
        {way === 'policies' && !hasProblem && (
          <PreviewNote
            preview={preview}
            connection={live.connection.id}
            evaluatedWithin={firesWithin(live.data.reading.evaluation)}
          />
        )}
        {obstacle && <Text element="p">{describeObstacle(obstacle)}</Text>}
        <div>
          <Checkbox
            label={t('real-alert.dialog.known', 'Whoever is on call knows')}
            description={t('real-alert.dialog.known-text', 'It may page people, like any alert with these labels.')}
            value={isKnown}
            disabled={run.isRunning}
            onChange={({ currentTarget }) => setIsKnown(currentTarget.checked)}
          />
        </div>
        {isFailed && run.outcome && <ApplyFailure outcome={run.outcome} button={sendLabel} />}
      </Stack>
      <Modal.ButtonRow>
        <Button ref={closeButton} variant="secondary" fill="outline" onClick={close}>
          {t('real-alert.dialog.cancel', 'Cancel')}
        </Button>
        <Button
          icon={run.isRunning ? 'spinner' : 'fire'}
          disabled={!isKnown || run.isRunning || hasProblem || obstacle !== undefined || preview.isReading}
          onClick={send}
        >
          {run.isRunning ? t('real-alert.dialog.sending', 'In progress...') : sendLabel}
        </Button>
      </Modal.ButtonRow>
    </Dialog>
  );
}

interface WayProps {
  value: Way;
  onChange(way: Way): void;
  disabled: boolean;
}

function WayField({ value, onChange, disabled }: WayProps) {
  return (
    <ChoiceField
      label={t('real-alert.dialog.way', 'Way')}
      value={value}
      onChange={onChange}
      disabled={disabled}
      options={[
        {
          value: 'policies',
          label: t('real-alert.dialog.policies', 'By the notification policies'),
          description: t('real-alert.dialog.policies-text', 'As any alert goes, by its labels.'),
        },
        {
          value: 'direct',
          label: t('real-alert.dialog.direct', 'Straight to the contact point'),
          description: t('real-alert.dialog.direct-text', 'As of a rule that names the contact point itself.'),
        },
      ]}
    />
  );
}
