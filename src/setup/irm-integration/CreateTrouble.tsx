import { t } from '@grafana/i18n';
import { Alert, Button, Stack, Text } from '@grafana/ui';
import { candidatesOf } from '../../connection/irm/candidates';
import type { Creation } from '../../connection/irm/createIntegration';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { connectionsOf } from '../../connection/ownership/connections';
import type { GrafanaReading } from '../../connection/reading/reading';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { verbatim } from '../../ui/verbatim';
import { OpenConnection } from './OpenConnection';
import { hasFieldFor } from './createForm';
import { typeName } from '../../ui/irm/typeName';

interface Props {
  failed: Extract<Creation, { kind: 'error' }>;
  reading: GrafanaReading;
  onUse(integration: IrmIntegration): void;
}

/** What IRM said to a new integration, as far as no field shows it, and the way on. */
export function CreateTrouble({ failed, reading, onUse }: Props) {
  const { error, existing, lost } = failed;
  if (existing) {
    return <NameTaken existing={existing} reading={reading} onUse={onUse} />;
  }
  return (
    <>
      {!hasFieldFor(error) && <IrmErrorAlert error={error} />}
      {lost && (
        <Alert severity="info" bottomSpacing={0} title={t('setup.create.lost.title', 'IRM may still have created it')}>
          {t(
            'setup.create.lost.text',
            'Its answer got lost, and it does not show the integration now. Press the button again: the plugin looks first and creates no second one.'
          )}
        </Alert>
      )}
    </>
  );
}

function NameTaken({ existing, reading, onUse }: Omit<Props, 'failed'> & { existing: IrmIntegration }) {
  const [candidate] = candidatesOf([existing], connectionsOf(reading)).list;
  return (
    <Alert
      severity="info"
      bottomSpacing={0}
      title={t('setup.create.taken.title', 'IRM has "{{name}}" already', verbatim({ name: existing.name }))}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t('setup.create.taken.type', 'It is of type {{type}}.', verbatim({ type: typeName(existing.type) }))}
        </Text>
        {candidate?.connection && <OpenConnection connection={candidate.connection} />}
        {candidate && !candidate.connection && (
          <Button type="button" size="sm" variant="secondary" onClick={() => onUse(existing)}>
            {t('setup.create.taken.use', 'Use that one')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
