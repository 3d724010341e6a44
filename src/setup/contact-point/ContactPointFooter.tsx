import { t } from '@grafana/i18n';
import { Button, Icon, type IconName } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { changeEndpointPath } from '../../ui/pagePaths';
import { NextButton } from '../step/NextButton';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { deedOf, type Deed, type Phase } from './phase';
import { saveLabel } from './saveLabel';

interface Props extends Pick<StepProps, 'goTo'> {
  phase: Phase;
  isNew: boolean;
  connection: Connection | undefined;
  isBusy: boolean;
  isTesting: boolean;
  /** What the form asks for cannot be saved. */
  isDisabled: boolean;
  mayTest: boolean;
  onTest(): void;
  onSave(options: { evenUnproven: boolean }): void;
}

/** One primary button, which says what comes next: create, test, mend the endpoint, go on. */
export function ContactPointFooter(props: Props) {
  const { phase, isNew, connection, isBusy, isTesting, isDisabled, mayTest, onTest, onSave, goTo } = props;
  const isBroken = phase === 'refused' || phase === 'failed';
  const next = () => goTo('heartbeat');
  return (
    <StepFooter onBack={() => goTo('integration')}>
      {phase === 'refused' && (
        <Button type="button" variant="secondary" disabled={isDisabled} onClick={() => onSave({ evenUnproven: true })}>
          {saveLabel(phase, isNew)}
        </Button>
      )}
      {phase === 'failed' && (
        <Button type="button" variant="secondary" onClick={next}>
          {t('setup.contact-point.continue-anyway', 'Continue anyway')}
        </Button>
      )}
      {phase === 'untested' && mayTest && <NextButton variant="secondary" onClick={next} />}
      {(isBroken || phase === 'proven') && mayTest && (
        <Button
          type="button"
          variant="secondary"
          icon={isTesting ? 'spinner' : 'message'}
          onClick={phase === 'refused' ? () => onSave({ evenUnproven: false }) : onTest}
        >
          {isTesting ? SENDING() : t('setup.contact-point.test', 'Send test alert')}
        </Button>
      )}
      {isBroken ? (
        <ChangeEndpoint connection={connection} onChange={() => goTo('integration')} />
      ) : (
        <PrimaryButton {...{ phase, isNew, isBusy, isTesting, isDisabled, mayTest }} />
      )}
    </StepFooter>
  );
}

const ICONS: Record<Deed, IconName> = { save: 'check', test: 'message', goOn: 'arrow-right' };

type PrimaryProps = Pick<Props, 'phase' | 'isNew' | 'isBusy' | 'isTesting' | 'isDisabled' | 'mayTest'>;

/** Submits the form. It stays the same element while it changes, so that it keeps the focus. */
function PrimaryButton(props: PrimaryProps) {
  const { phase, isBusy, isDisabled, mayTest } = props;
  const deed = deedOf(phase, mayTest);
  const icon = isBusy ? 'spinner' : ICONS[deed];
  return (
    <Button
      type="submit"
      // A new element for each: an icon that changes keeps its drawing while the first is still being loaded.
      icon={<Icon key={icon} name={icon} />}
      iconPlacement={deed === 'goOn' ? 'right' : 'left'}
      disabled={isDisabled}
    >
      {primaryLabel(deed, props)}
    </Button>
  );
}

function primaryLabel(deed: Deed, { phase, isNew, isBusy, isTesting }: PrimaryProps): string | undefined {
  if (isTesting) {
    return SENDING();
  }
  if (isBusy) {
    return t('setup.contact-point.applying', 'Saving...');
  }
  switch (deed) {
    case 'save':
      return saveLabel(phase, isNew);
    case 'test':
      return t('setup.contact-point.test', 'Send test alert');
    case 'goOn':
      return t('setup.footer.next', 'Next');
  }
}

/** The endpoint of a connection that exists is changed on its own page, together with its heartbeat. */
function ChangeEndpoint({ connection, onChange }: { connection: Connection | undefined; onChange(): void }) {
  const text = t('setup.contact-point.change-endpoint', 'Change endpoint');
  return connection ? (
    <InternalLinkButton href={changeEndpointPath(connection.id)}>{text}</InternalLinkButton>
  ) : (
    <Button type="button" onClick={onChange}>
      {text}
    </Button>
  );
}

const SENDING = () => t('setup.contact-point.sending', 'Sending test alert...');
