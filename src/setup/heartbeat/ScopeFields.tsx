import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import type { DataSource } from '../../connection/port/dataSource';
import { ChoiceField } from '../../ui/ChoiceField';
import { Dropdown } from '../../ui/Dropdown';
import { ReadErrorAlert } from '../../ui/ReadErrorAlert';
import { valueOrThrow, type QueryFailure } from '../../ui/data/queryFailure';
import { useServices } from '../../ui/data/services';
import type { HeartbeatForm } from './heartbeatForm';

/** Data sources that answer `vector(1) > 0`. */
const PROMETHEUS_TYPES = /^(prometheus|grafana-(amazon|azure)prometheus-datasource|mimir)$/;

interface Props {
  form: UseFormReturn<HeartbeatForm>;
  disabled: boolean;
}

/** What a beat is to prove: that alerting works, or that a data source answers as well. */
export function ScopeFields({ form, disabled }: Props) {
  const { grafana } = useServices();
  const { control } = form;
  const scope = useWatch({ control, name: 'scope' });
  const dataSources = useQuery<DataSource[], QueryFailure>({
    queryKey: ['data-sources'],
    queryFn: async () => valueOrThrow(await grafana.listDataSources()),
  });
  const usable = (dataSources.data ?? []).filter((source) => PROMETHEUS_TYPES.test(source.type));

  return (
    <>
      <Controller
        control={control}
        name="scope"
        render={({ field: { value, onChange } }) => (
          <ChoiceField
            label={t('setup.heartbeat.scope.label', 'What a heartbeat proves')}
            value={value}
            onChange={onChange}
            disabled={disabled}
            options={[
              {
                value: 'alerting' as const,
                label: t('setup.heartbeat.scope.alerting', 'Alerting only'),
                description: t(
                  'setup.heartbeat.scope.alerting-description',
                  'Rules are evaluated and notifications leave. Built-in expression 1 > 0, no data source needed.'
                ),
              },
              {
                value: 'dataSource' as const,
                label: t('setup.heartbeat.scope.data-source', 'Alerting and a data source'),
                description: t(
                  'setup.heartbeat.scope.data-source-description',
                  'Heartbeats also stop when this Prometheus data source fails or returns nothing. Query vector(1) > 0.'
                ),
              },
            ]}
          />
        )}
      />
      {scope === 'dataSource' && (
        <Controller
          control={control}
          name="dataSourceUid"
          rules={{ validate: (uid) => uid !== '' || t('setup.heartbeat.data-source.missing', 'Choose a data source.') }}
          render={({ field, fieldState }) => (
            <Field
              label={t('setup.heartbeat.data-source.label', 'Data source')}
              invalid={Boolean(fieldState.error)}
              error={fieldState.error?.message}
              description={
                dataSources.isSuccess && usable.length === 0
                  ? t('setup.heartbeat.data-source.none', 'There is no Prometheus data source that you may query.')
                  : undefined
              }
              noMargin
            >
              <Dropdown
                id="heartbeat-data-source"
                loading={dataSources.isLoading}
                options={usable.map((source) => ({ value: source.uid, label: source.name, description: source.type }))}
                value={field.value || null}
                disabled={disabled}
                width={40}
                onChange={field.onChange}
              />
            </Field>
          )}
        />
      )}
      {scope === 'dataSource' && dataSources.error && (
        <ReadErrorAlert
          error={dataSources.error.error}
          onRetry={() => void dataSources.refetch()}
          isRetrying={dataSources.isFetching}
        />
      )}
    </>
  );
}
