import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { FOLDER } from '../../connection/desired/objects';
import type { FolderChoice, HeartbeatRule } from '../../connection/model';
import { foldersToChoose } from '../../connection/plan/rights';
import { pathsOf } from '../../connection/reading/folderPath';
import { valueOrThrow, type QueryFailure } from '../../ui/data/queryFailure';
import { useServices } from '../../ui/data/services';
import { useRights } from '../../ui/data/useRights';
import { Dropdown } from '../../ui/Dropdown';
import { ReadErrorAlert } from '../../ui/ReadErrorAlert';
import type { HeartbeatForm } from './heartbeatForm';

interface Props {
  form: UseFormReturn<HeartbeatForm>;
  /** The rule that exists: it stays where it is. */
  rule: HeartbeatRule | undefined;
  /** What the plugin's own folder is called. */
  ownTitle: string;
  disabled: boolean;
}

/** Where the rule of a new heartbeat is to stand: the plugin's folder, or one in which this person may make rules. */
export function FolderField({ form, rule, ownTitle, disabled }: Props) {
  const { grafana } = useServices();
  const { granted } = useRights();
  const query = useQuery<FolderChoice[], QueryFailure>({
    queryKey: ['folders'],
    queryFn: async () => pathsOf(valueOrThrow(await grafana.listFolders())),
    enabled: rule === undefined && !grafana.isOwnFolderOnly,
  });
  const label = t('setup.heartbeat.folder.label', 'Folder of the alert rule');
  if (rule) {
    return (
      <Field label={label} description={t('setup.heartbeat.folder.fixed', 'The rule stays in its folder.')} noMargin>
        <Input id="heartbeat-folder" value={rule.whereabouts?.folder.path ?? ownTitle} disabled readOnly />
      </Field>
    );
  }
  if (grafana.isOwnFolderOnly) {
    return null;
  }
  const others = foldersToChoose(query.data ?? [], granted).filter(({ uid }) => uid !== FOLDER.uid);
  const options = [
    {
      value: FOLDER.uid as string,
      label: ownTitle,
      description: t('setup.heartbeat.folder.own', 'One folder for all heartbeats'),
    },
    ...others.map(({ uid, path }) => ({ value: uid, label: path })),
  ];
  return (
    <>
      <Controller
        control={form.control}
        name="folder"
        render={({ field }) => (
          <Field
            label={label}
            description={t(
              'setup.heartbeat.folder.description',
              'Choose another one if your team may create rules only there. Its permissions decide who can see and change the heartbeat.'
            )}
            noMargin
          >
            <Dropdown
              id="heartbeat-folder"
              loading={query.isLoading}
              options={options}
              value={field.value?.uid ?? FOLDER.uid}
              disabled={disabled}
              width={40}
              onChange={(uid) => field.onChange(others.find((folder) => folder.uid === uid) ?? null)}
            />
          </Field>
        )}
      />
      {query.error && (
        <ReadErrorAlert error={query.error.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
      )}
    </>
  );
}
