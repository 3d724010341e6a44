import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import type { UseFormReturn } from 'react-hook-form';
import type { Obstacle } from '../../connection/plan/types';
import { describeObstacle } from '../../ui/describeObstacle';
import type { ContactPointValues } from './contactPointForm';

interface Props {
  form: UseFormReturn<ContactPointValues>;
  isDisabled: boolean;
  /** The contact point was made by somebody else, who keeps its name. */
  isForeign: boolean;
  obstacle: Obstacle | undefined;
}

export function NameField({ form, isDisabled, isForeign, obstacle }: Props) {
  return (
    <Field
      noMargin
      required
      label={t('setup.contact-point.name', 'Name')}
      description={
        isForeign
          ? t(
              'setup.contact-point.name-foreign',
              'Made outside of IRM Connect: it keeps its name, because others may go by it.'
            )
          : undefined
      }
      invalid={obstacle !== undefined}
      error={obstacle && describeObstacle(obstacle)}
    >
      <Input
        id="contact-point-name"
        {...form.register('name')}
        aria-invalid={obstacle !== undefined}
        disabled={isDisabled || isForeign}
        autoComplete="off"
      />
    </Field>
  );
}
