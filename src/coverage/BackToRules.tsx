import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';

export function BackToRules({ onClick }: { onClick(): void }) {
  return (
    <div>
      <Button variant="secondary" size="sm" icon="arrow-left" onClick={onClick}>
        {t('cadence.rule.back', 'Back to rules')}
      </Button>
    </div>
  );
}
