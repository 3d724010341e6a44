import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import { NextButton } from '../step/NextButton';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { saveLabel } from './saveLabel';

interface Props extends Pick<StepProps, 'goTo'> {
  /** The connection is not complete yet. */
  isNew: boolean;
  /** There is nothing to save. */
  isNext: boolean;
  isRunning: boolean;
  /** What the form asks for cannot be saved. */
  isDisabled: boolean;
}

/** One primary button, which says what comes next, and the way past a heartbeat. */
export function HeartbeatFooter({ isNew, isNext, isRunning, isDisabled, goTo }: Props) {
  return (
    <StepFooter onBack={() => goTo('contact-point')}>
      {isNew && (
        <Button type="button" variant="secondary" onClick={() => goTo('verify')}>
          {t('setup.heartbeat.skip', 'Skip for now')}
        </Button>
      )}
      {!isNew && !isNext && <NextButton variant="secondary" onClick={() => goTo('verify')} />}
      <PrimaryButton {...{ isNew, isNext, isRunning, isDisabled }} />
    </StepFooter>
  );
}

/** Submits the form. It stays the same element while it changes, so that it keeps the focus. */
function PrimaryButton({ isNew, isNext, isRunning, isDisabled }: Omit<Props, 'goTo'>) {
  const icon = isNext ? 'arrow-right' : 'heart';
  const label = saveLabel(isNext, isNew) ?? t('setup.footer.next', 'Next');
  return (
    <Button
      type="submit"
      icon={isRunning ? 'spinner' : icon}
      iconPlacement={isNext ? 'right' : 'left'}
      disabled={isDisabled}
    >
      {isRunning ? t('setup.heartbeat.applying', 'Saving...') : label}
    </Button>
  );
}
