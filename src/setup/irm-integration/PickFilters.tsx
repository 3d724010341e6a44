import { t } from '@grafana/i18n';
import { Input, Stack } from '@grafana/ui';
import type { Candidate, CandidateSearch } from '../../connection/irm/candidates';
import type { IrmTeam } from '../../connection/irm/irmPort';
import { Dropdown } from '../../ui/Dropdown';
import { typeName } from '../../ui/irm/typeName';

const ANY = 'any';
const NONE = 'none';

interface Props {
  search: CandidateSearch;
  onChange(change: Partial<CandidateSearch>): void;
  candidates: readonly Candidate[];
  /** Undefined while they are read, and where IRM does not list them. */
  teams: readonly IrmTeam[] | undefined;
}

/** Search and filters; those that could not tell anything apart are left out. */
export function PickFilters({ search, onChange, candidates, teams }: Props) {
  const types = [...new Set(candidates.map(({ integration }) => integration.type))].sort();
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
      <Input
        type="search"
        width={26}
        value={search.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        aria-label={t('setup.pick.search', 'Search title or type')}
        placeholder={t('setup.pick.search', 'Search title or type')}
        autoComplete="off"
      />
      {types.length > 1 && (
        <Labelled label={t('setup.pick.type', 'Type')} id="pick-type">
          <Dropdown
            id="pick-type"
            width={20}
            options={[
              { value: ANY, label: t('setup.pick.any-type', 'All types') },
              ...types.map((type) => ({ value: type, label: typeName(type) })),
            ]}
            value={search.type ?? ANY}
            onChange={(type) => onChange({ type: type === ANY ? undefined : type })}
          />
        </Labelled>
      )}
      {teams && teams.length > 0 && (
        <Labelled label={t('setup.pick.team', 'Team')} id="pick-team">
          <Dropdown
            id="pick-team"
            width={20}
            options={[
              { value: ANY, label: t('setup.pick.any-team', 'All teams') },
              { value: NONE, label: t('setup.create.no-team', 'No team') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={search.teamId === undefined ? ANY : (search.teamId ?? NONE)}
            onChange={(team) => onChange({ teamId: team === ANY ? undefined : team === NONE ? null : team })}
          />
        </Labelled>
      )}
    </Stack>
  );
}

function Labelled({ label, id, children }: { label: string; id: string; children: React.ReactNode }) {
  return (
    <Stack direction="row" gap={1} alignItems="center">
      <label htmlFor={id}>{label}</label>
      {children}
    </Stack>
  );
}
