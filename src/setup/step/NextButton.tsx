import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';

interface Props {
  /** Left out, the button submits the form that it stands in. */
  onClick?: () => void;
  variant?: 'primary' | 'secondary';
  disabled?: boolean;
}

/** On to the step that follows. */
export function NextButton({ onClick, variant = 'primary', disabled }: Props) {
  return (
    <Button
      type={onClick ? 'button' : 'submit'}
      variant={variant}
      icon="arrow-right"
      iconPlacement="right"
      disabled={disabled}
      onClick={onClick}
    >
      {t('setup.footer.next', 'Next')}
    </Button>
  );
}
