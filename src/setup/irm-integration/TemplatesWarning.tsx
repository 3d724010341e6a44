import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { BusyButton } from '../../ui/BusyButton';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { templateState, WEBHOOK_TEMPLATES, type TemplateState } from '../../connection/irm/webhookTemplates';
import { IntegrationLink } from '../../ui/irm/IntegrationLink';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { useUpdateIntegration } from '../../ui/irm/useUpdateIntegration';

/** The type Webhook needs two templates. Unset ones are set with one press; those that somebody wrote are left alone. */
export function TemplatesWarning({ integration }: { integration: IrmIntegration }) {
  const { update, isUpdating, error } = useUpdateIntegration(integration.id);
  const state = templateState(integration);
  if (state === 'fine') {
    return null;
  }
  const { groupingKey, resolveSignal } = integration.templates;
  return (
    <Alert severity="warning" bottomSpacing={0} title={TITLES[state]()}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{TEXTS[state]()}</Text>
        <Template
          label={t('setup.webhook-templates.grouping', 'Grouping')}
          now={groupingKey}
          wanted={WEBHOOK_TEMPLATES.groupingKey}
        />
        <Template
          label={t('setup.webhook-templates.resolving', 'Autoresolution')}
          now={resolveSignal}
          wanted={WEBHOOK_TEMPLATES.resolveSignal}
        />
        {state !== 'own' && (
          <BusyButton
            isBusy={isUpdating}
            type="button"
            size="sm"
            variant="secondary"
            icon="check"
            onClick={() => update({ templates: WEBHOOK_TEMPLATES })}
          >
            {t('setup.templates.set', 'Set both templates')}
          </BusyButton>
        )}
        {error && !isUpdating && <IrmErrorAlert error={error} />}
        {(state === 'own' || error) && <IntegrationLink id={integration.id} />}
      </Stack>
    </Alert>
  );
}

type Faulty = Exclude<TemplateState, 'fine'>;

const TITLES: Record<Faulty, () => string> = {
  unset: () => t('setup.templates.unset.title', 'Alert groups of this integration stay open forever'),
  earlier: () => t('setup.templates.earlier.title', 'A lost heartbeat leaves alert groups open here'),
  own: () => t('setup.templates.own.title', 'This integration has templates of its own'),
};

const TEXTS: Record<Faulty, () => string> = {
  unset: () =>
    t(
      'setup.templates.unset.text',
      'With the templates of its type IRM groups by the whole message, so a resolved message never closes what the firing one opened. Two templates mend that.'
    ),
  earlier: () =>
    t(
      'setup.templates.earlier.text',
      "They are those that this plugin once advised. They suit Grafana's alerts, but not IRM's own message about a lost heartbeat, which then stays open after heartbeats are back and pages again."
    ),
  own: () =>
    t(
      'setup.templates.own.text',
      'They are left as they are. See that they group and resolve messages of Grafana; those beside them do.'
    ),
};

function Template({ label, now, wanted }: { label: string; now: string | undefined; wanted: string }) {
  return (
    <Text element="p" variant="bodySmall">
      {label}: {now === undefined ? t('setup.templates.default', "the type's own") : <code>{now}</code>}
      {now !== wanted && (
        <>
          {' → '}
          <code>{wanted}</code>
        </>
      )}
    </Text>
  );
}
