import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, FilterInput, useStyles2, type ComboboxOption } from '@grafana/ui';
import { memo, useCallback, useMemo } from 'react';
import type { RuleCoverage } from '../connection/coverage/coverageOf';
import { labelsOf, type CoverageFilter } from './coverageFilter';

interface Props {
  coverages: readonly RuleCoverage[];
  filter: CoverageFilter;
  /** The same function with every rendering. */
  onChange(change: Partial<CoverageFilter>): void;
}

/** Search and the three choices that narrow the list. */
export function CoverageFilters({ coverages, filter, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { folders, labels, contactPoints } = useMemo(() => choicesIn(coverages), [coverages]);
  const onFolder = useCallback((folder: string) => onChange({ folder }), [onChange]);
  const onLabel = useCallback((label: string) => onChange({ label }), [onChange]);
  const onContactPoint = useCallback((contactPoint: string) => onChange({ contactPoint }), [onChange]);
  const searchLabel = t('coverage.filter.search', 'Search alert rules');
  return (
    <div className={styles.filter} role="search">
      <div className={styles.search}>
        <FilterInput
          escapeRegex={false}
          aria-label={searchLabel}
          placeholder={searchLabel}
          value={filter.search}
          onChange={(search) => onChange({ search })}
        />
      </div>
      <Choice
        label={t('coverage.filter.folder', 'Folder')}
        options={folders}
        value={filter.folder}
        onChange={onFolder}
      />
      <Choice label={t('coverage.filter.label', 'Label')} options={labels} value={filter.label} onChange={onLabel} />
      <Choice
        label={t('coverage.filter.contact-point', 'Contact point')}
        options={contactPoints}
        value={filter.contactPoint}
        onChange={onContactPoint}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  options: Array<ComboboxOption<string>>;
  value: string;
  onChange(value: string): void;
}

/** Drawn anew only when something is chosen: it costs more than a screen of rows. */
const Choice = memo(function Choice({ label, options, value, onChange }: ChoiceProps) {
  const styles = useStyles2(getStyles);
  // What came with the address may not be among what there is.
  const known = value === '' || options.some((option) => option.value === value);
  return (
    <div className={styles.choice}>
      <Combobox
        aria-label={label}
        placeholder={label}
        isClearable
        options={known ? options : [{ value, label: value }, ...options]}
        value={value === '' ? null : value}
        onChange={(option) => onChange(option?.value ?? '')}
      />
    </div>
  );
});

function choicesIn(coverages: readonly RuleCoverage[]) {
  const folders = new Map<string, string>();
  const labels = new Set<string>();
  const contactPoints = new Set<string>();
  for (const coverage of coverages) {
    folders.set(coverage.rule.folderUid, coverage.rule.folder);
    labelsOf(coverage).forEach((label) => labels.add(label));
    coverage.ways.forEach(({ receiver }) => contactPoints.add(receiver));
  }
  const byLabel = (options: Array<{ value: string; label: string }>) =>
    options.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const plain = (values: ReadonlySet<string>) => byLabel([...values].map((value) => ({ value, label: value })));
  return {
    folders: byLabel([...folders].map(([value, label]) => ({ value, label }))),
    labels: plain(labels),
    contactPoints: plain(contactPoints),
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  filter: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  search: css({ flex: '2 1 240px', maxWidth: 360 }),
  choice: css({ flex: '1 1 150px', maxWidth: 240 }),
});
