import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { hasEndpoint } from '../../connection/irm/candidates';
import type { Lacking } from '../../connection/irm/createIntegration';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { EndpointFacts } from '../step/EndpointFacts';
import { NextButton } from '../step/NextButton';
import { StepFooter } from '../step/StepFooter';
import { IntegrationAdvice } from './IntegrationAdvice';
import { typeName } from '../../ui/irm/typeName';

/** How the integration came to be chosen, where there is something to say about it. */
export interface CreationNotice {
  isFound: boolean;
  lacking: readonly Lacking[];
}

interface Props {
  integration: IrmIntegration;
  notice: CreationNotice | undefined;
  onNext(): void;
  onChooseAnother(): void;
}

/** The integration that is to be connected, with what IRM's API tells of it. */
export function ChosenIntegration({ integration, notice, onNext, onChooseAnother }: Props) {
  return (
    <Stack direction="column" gap={2}>
      {notice && <Notice {...notice} />}
      <div>
        <Text element="h3" variant="h4">
          {integration.name}
        </Text>
        <Text element="p" color="secondary">
          {[typeName(integration.type), integration.description].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {hasEndpoint(integration) ? (
        <EndpointFacts endpoint={integration.endpoint} />
      ) : (
        <Alert
          severity="warning"
          bottomSpacing={0}
          title={t('setup.chosen.no-endpoint', 'IRM names no address of this integration that Grafana could send to')}
        />
      )}
      <IntegrationAdvice integration={integration} />
      <StepFooter>
        <Button type="button" variant="secondary" onClick={onChooseAnother}>
          {t('setup.chosen.forget', 'Choose another integration')}
        </Button>
        <NextButton disabled={!hasEndpoint(integration)} onClick={onNext} />
      </StepFooter>
    </Stack>
  );
}

function Notice({ isFound, lacking }: CreationNotice) {
  return (
    <>
      {isFound && (
        <Alert severity="success" bottomSpacing={0} title={t('setup.chosen.found.title', 'The integration is in IRM')}>
          {t('setup.chosen.found.text', "IRM's answer got lost, so the plugin looked it up. It was created once.")}
        </Alert>
      )}
      {lacking.length > 0 && (
        <Alert
          severity="warning"
          bottomSpacing={0}
          title={t('setup.chosen.lacking.title', 'IRM created the integration, but not all of it')}
        >
          {describeLacking(lacking)}
        </Alert>
      )}
    </>
  );
}

function describeLacking(lacking: readonly Lacking[]): string {
  if (!lacking.includes('templates')) {
    return t('setup.chosen.lacking.chain', 'The escalation chain was not set. Set it below.');
  }
  return lacking.includes('escalationChain')
    ? t('setup.chosen.lacking.both', 'The escalation chain and the two templates were not set. Set them below.')
    : t('setup.chosen.lacking.templates', 'The two templates were not set. Set them below.');
}
