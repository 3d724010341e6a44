import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { verbatim } from '../../ui/verbatim';
import type { Draft } from '../step/draft';

/** Says so when the pasted address belongs to an integration of another type than was chosen in step 1. */
export function TypeMismatch({ chosen, found }: { chosen: Draft['type']; found: string }) {
  if (found === chosen) {
    return null;
  }
  return (
    <Alert severity="info" bottomSpacing={0} title={t('setup.endpoint.mismatch.title', 'The type differs from step 1')}>
      {t(
        'setup.endpoint.mismatch.text',
        'There you chose {{chosen}}, and this address is of type {{found}}. The address counts; see that it is the integration you meant.',
        verbatim({ chosen, found })
      )}
    </Alert>
  );
}
