import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';
import { Dropdown } from '../../ui/Dropdown';
import { useIrmTeams } from '../../ui/irm/useIrmLists';

const NONE = 'none';

interface Props {
  /** '' is none. */
  value: string;
  onChange(team: string): void;
  error?: string | undefined;
}

/** The team that a new integration belongs to. */
export function TeamField({ value, onChange, error }: Props) {
  const teams = useIrmTeams();
  return (
    <Field
      noMargin
      htmlFor="irm-team"
      label={t('setup.create.team', 'Team')}
      description={
        teams.error
          ? t(
              'setup.create.team-unlisted',
              'IRM does not list its teams to the plugin; the team can be set there later.'
            )
          : undefined
      }
      invalid={error !== undefined}
      error={error}
    >
      <Dropdown
        id="irm-team"
        width={40}
        loading={teams.items === undefined && !teams.error}
        options={[
          { value: NONE, label: t('setup.create.no-team', 'No team') },
          ...(teams.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value === '' ? NONE : value}
        onChange={(team) => onChange(team === NONE ? '' : team)}
      />
    </Field>
  );
}
