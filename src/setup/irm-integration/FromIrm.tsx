import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import { useState } from 'react';
import { hasEndpoint } from '../../connection/irm/candidates';
import type { Creation } from '../../connection/irm/createIntegration';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { ChoiceField } from '../../ui/ChoiceField';
import { useKeepIntegration } from '../../ui/irm/useKeepIntegration';
import type { StepProps } from '../step/stepProps';
import { ChosenIntegration, type CreationNotice } from './ChosenIntegration';
import { CreateForm } from './CreateForm';
import { PickIntegration } from './PickIntegration';

/** Step 1 by IRM's API: the integration is chosen from what is there, or created, without another window. */
export default function FromIrm(props: StepProps) {
  const { draft, setDraft, integrations, chosen, reading, goTo } = props;
  const keep = useKeepIntegration();
  const [notice, setNotice] = useState<CreationNotice>();
  const choose = (integration: IrmIntegration) => {
    keep(integration);
    setDraft({ integrationId: integration.id, integrationName: integration.name });
  };
  const takeCreated = ({ kind, integration, lacking }: Exclude<Creation, { kind: 'error' }>) => {
    const isFound = kind === 'foundAfterLostAnswer';
    choose(integration);
    if (isFound || lacking.length > 0 || !hasEndpoint(integration)) {
      setNotice({ isFound, lacking });
    } else {
      goTo('contact-point');
    }
  };
  const forget = () => {
    setNotice(undefined);
    setDraft({ integrationId: '', integrationName: '' });
  };

  if (chosen) {
    return (
      <ChosenIntegration
        integration={chosen}
        notice={notice}
        onNext={() => goTo('contact-point')}
        onChooseAnother={forget}
      />
    );
  }
  return (
    <Stack direction="column" gap={3}>
      <ChoiceField
        label={t('setup.integration.origin', 'Integration in IRM')}
        value={draft.origin}
        onChange={(origin) => setDraft({ origin })}
        options={[
          { value: 'new', label: t('setup.integration.new', 'Create new') },
          { value: 'existing', label: t('setup.integration.existing', 'Use existing') },
        ]}
      />
      {draft.origin === 'new' ? (
        <CreateForm draft={draft} setDraft={setDraft} reading={reading} onThere={takeCreated} onUse={choose} />
      ) : (
        <PickIntegration integrations={integrations} reading={reading} onUse={choose} />
      )}
      <div>
        <Button type="button" variant="secondary" size="sm" onClick={() => setDraft({ way: 'paste' })}>
          {t('setup.integration.paste', 'Paste the endpoint instead')}
        </Button>
      </div>
    </Stack>
  );
}
