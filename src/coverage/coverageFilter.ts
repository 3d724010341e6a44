import type { RuleCoverage } from '../connection/coverage/coverageOf';
import { groupOf, type CoverageGroup } from '../connection/coverage/summary';
import type { AddressForm } from '../ui/useAddressFilter';

export const GROUPS: readonly CoverageGroup[] = ['irm', 'elsewhere', 'nobody', 'depends', 'paused', 'heartbeat'];

/** Which rules are shown. '' is no choice. */
export interface CoverageFilter {
  /** Words of a name, a folder or a group, all of which have to occur. */
  search: string;
  /** Empty for all. */
  groups: readonly CoverageGroup[];
  /** Uid of a folder. */
  folder: string;
  /** A label of the rule, as `name=value`. */
  label: string;
  /** Name of a contact point that its alerts reach, or may reach. */
  contactPoint: string;
  /** Id of a connection that its alerts reach, or may reach. */
  connection: string;
}

export const NO_FILTER: CoverageFilter = {
  ...{ search: '', groups: [], folder: '', label: '', contactPoint: '', connection: '' },
};

const one = (value: string) => (value === '' ? [] : [value]);

export const ADDRESS_FORM: AddressForm<CoverageFilter> = {
  read(parameters) {
    const text = (name: string) => parameters.get(name) ?? '';
    const groups = parameters.getAll('reach');
    return {
      search: text('search'),
      groups: GROUPS.filter((group) => groups.includes(group)),
      folder: text('folder'),
      label: text('label'),
      contactPoint: text('contactPoint'),
      connection: text('connection'),
    };
  },
  write: ({ search, groups, folder, label, contactPoint, connection }) => ({
    search: one(search),
    reach: groups,
    folder: one(folder),
    label: one(label),
    contactPoint: one(contactPoint),
    connection: one(connection),
  }),
};

export const isFiltered = ({ groups, ...texts }: CoverageFilter): boolean =>
  groups.length > 0 || Object.values(texts).some((text) => text !== '');

/** The rules that pass everything but the choice of groups, whose buttons count them; and those that pass all. */
export function filterCoverages(coverages: readonly RuleCoverage[], filter: CoverageFilter) {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const within =
    words.length === 0 && !isFiltered({ ...filter, groups: [] })
      ? coverages
      : coverages.filter(
          (coverage) =>
            words.every((word) => searchText(coverage).includes(word)) &&
            (filter.folder === '' || coverage.rule.folderUid === filter.folder) &&
            (filter.label === '' || labelsOf(coverage).includes(filter.label)) &&
            (filter.contactPoint === '' || coverage.ways.some(({ receiver }) => receiver === filter.contactPoint)) &&
            (filter.connection === '' || coverage.connections.includes(filter.connection))
        );
  const { groups } = filter;
  return {
    within,
    shown: groups.length === 0 ? within : within.filter((coverage) => groups.includes(groupOf(coverage))),
  };
}

/** Labels that the rule sets itself, as they stand in the filter. */
export const labelsOf = ({ rule }: RuleCoverage): string[] =>
  Object.entries(rule.labels).map(([name, value]) => `${name}=${value}`);

const searchTexts = new WeakMap<RuleCoverage, string>();

/** Put together once per reading, not with each key. */
function searchText(coverage: RuleCoverage): string {
  const before = searchTexts.get(coverage);
  if (before !== undefined) {
    return before;
  }
  const { title, folder, group } = coverage.rule;
  const text = `${title}\n${folder}\n${group}`.toLowerCase();
  searchTexts.set(coverage, text);
  return text;
}
