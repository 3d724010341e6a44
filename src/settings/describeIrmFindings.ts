import { t } from '@grafana/i18n';
import type { IrmPlace } from '../grafana/irmAddresses';
import type { CheckFindings, Told } from '../irm/irmCheck';
import { describeIrmError } from '../ui/irm/describeIrmError';
import { verbatim } from '../ui/verbatim';
import { IRM_PERMISSIONS } from './irmPermissionNames';

/** One thing that was found: the token may do it, may not, or IRM did not tell. */
export interface Finding {
  kind: 'may' | 'mayNot' | 'untold';
  text: string;
}

/** What the token may do, and for each right that is lacking what does not work then. */
export function describeIrmFindings(findings: CheckFindings, { credential }: IrmPlace): Finding[] {
  const isKey = credential === 'apiKey';
  return [
    describeOwner(findings.owner, isKey),
    describe(findings.integrations, {
      about: t('settings.irm.check.about.integrations', 'Integrations'),
      may: (count) =>
        t('settings.irm.check.integrations', 'It can read {{count}} integrations.', {
          count,
          defaultValue_one: 'It can read {{count}} integration.',
        }),
      mayNot: t(
        'settings.irm.check.no-integrations',
        'It cannot read integrations ({{permission}}): none can be selected here, and connections show nothing from IRM.',
        verbatim({ permission: IRM_PERMISSIONS.readIntegrations })
      ),
    }),
    describe(findings.create, {
      about: t('settings.irm.check.about.create', 'Creating integrations'),
      may: () => t('settings.irm.check.create', 'It can create and change integrations.'),
      mayNot: t(
        'settings.irm.check.no-create',
        'It cannot create or change integrations ({{needed}}): create them in IRM and select them here.',
        verbatim({ needed: isKey ? needsRole('Admin') : IRM_PERMISSIONS.writeIntegrations })
      ),
    }),
    describe(findings.teams, {
      about: t('settings.irm.check.about.teams', 'Teams'),
      may: (count) =>
        t('settings.irm.check.teams', 'It can read {{count}} teams.', {
          count,
          defaultValue_one: 'It can read {{count}} team.',
        }),
      mayNot: t(
        'settings.irm.check.no-teams',
        'It cannot read teams ({{permission}}): integrations are created without one.',
        verbatim({ permission: IRM_PERMISSIONS.readTeams })
      ),
    }),
    describe(findings.escalationChains, {
      about: t('settings.irm.check.about.chains', 'Escalation chains'),
      may: (count) =>
        t('settings.irm.check.chains', 'It can read {{count}} escalation chains.', {
          count,
          defaultValue_one: 'It can read {{count}} escalation chain.',
        }),
      mayNot: t(
        'settings.irm.check.no-chains',
        'It cannot read escalation chains ({{permission}}): select that of an integration in IRM.',
        verbatim({ permission: IRM_PERMISSIONS.readEscalationChains })
      ),
    }),
    describe(findings.alertGroups, {
      about: t('settings.irm.check.about.alert-groups', 'Alert groups'),
      may: () => t('settings.irm.check.alert-groups', 'It can read alert groups.'),
      mayNot: t(
        'settings.irm.check.no-alert-groups',
        'It cannot read alert groups ({{permission}}): check in IRM whether a test arrived. Past outages are not shown.',
        verbatim({ permission: IRM_PERMISSIONS.readAlertGroups })
      ),
    }),
    describe(findings.resolve, {
      about: t('settings.irm.check.about.resolve', 'Resolving alert groups'),
      may: () => t('settings.irm.check.resolve', 'It can resolve alert groups.'),
      mayNot: isKey
        ? t(
            'settings.irm.check.no-resolve',
            'It cannot resolve alert groups ({{needed}}): resolve test alerts in IRM.',
            verbatim({ needed: needsRole('Editor') })
          )
        : t(
            'settings.irm.check.no-resolve-service-account',
            'It cannot resolve alert groups, like every service account: resolve test alerts in IRM.'
          ),
    }),
  ];
}

interface Texts<T> {
  /** What the question was about. */
  about: string;
  may(value: T): string;
  mayNot: string;
}

function describe<T>(told: Told<T>, { about, may, mayNot }: Texts<T>): Finding {
  switch (told.kind) {
    case 'told':
      return { kind: 'may', text: may(told.value) };
    case 'forbidden':
      return { kind: 'mayNot', text: mayNot };
    case 'untold':
      return {
        kind: 'untold',
        text: t(
          'settings.irm.check.untold',
          '{{about}}: not known. {{trouble}}: {{words}}',
          verbatim({ about, trouble: describeIrmError(told.error).title, words: told.error.message })
        ),
      };
  }
}

function describeOwner(owner: CheckFindings['owner'], isKey: boolean): Finding {
  if (owner.kind === 'told' && owner.value) {
    return {
      kind: 'may',
      text: t(
        'settings.irm.check.owner',
        'The token belongs to {{name}}, whose role in IRM is {{role}}.',
        verbatim({ ...owner.value })
      ),
    };
  }
  return {
    kind: 'untold',
    text: isKey
      ? t('settings.irm.check.owner-untold', 'IRM does not show who owns the token.')
      : t('settings.irm.check.owner-service-account', 'IRM does not show who owns a service account token.'),
  };
}

const needsRole = (role: 'Admin' | 'Editor') =>
  t('settings.irm.check.needs-role', 'its owner needs the {{role}} role in IRM', { role });
