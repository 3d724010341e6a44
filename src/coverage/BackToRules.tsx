import { Trans } from '@grafana/i18n';
import { Button } from '@grafana/ui';

export function BackToRules({ onClick }: { onClick(): void }) {
  return (
    <div>
      <Button variant="secondary" size="sm" icon="arrow-left" onClick={onClick}>
        <Trans i18nKey="cadence.rule.back">Back to rules</Trans>
      </Button>
    </div>
  );
}
