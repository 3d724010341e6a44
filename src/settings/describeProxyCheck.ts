import { t } from '@grafana/i18n';
import type { Doors } from '../connection/plan/granted';
import type { ProxyCheck, ProxyProblem } from '../grafana/proxyCheck';
import type { Sameness } from '../grafana/sameGrafana';
import { describeGrafanaError } from '../ui/describeGrafanaError';
import { verbatim } from '../ui/verbatim';
import { describeAccountRights } from './describeAccountRights';
import type { Finding } from './describeIrmFindings';

export interface CheckDescription {
  severity: 'success' | 'warning' | 'error';
  title: string;
  text: string;
  /** What was found besides, one line each. */
  findings: Finding[];
}

interface Surroundings {
  sameness: Sameness | undefined;
  /** Where the plugin looks for Grafana. */
  address: string;
  doors: Doors;
}

/** What came out of the check, and what to do about it. */
export function describeProxyCheck(check: ProxyCheck, { sameness, address, doors }: Surroundings): CheckDescription {
  if (sameness?.kind === 'another') {
    return { severity: 'error', findings: [], ...describeAnother(sameness, address) };
  }
  const described = describeRights(check, address);
  const rights = check.permissions ? describeAccountRights(check.permissions, doors) : [];
  const findings = [...(sameness ? [describeSameness(sameness)] : []), ...rights];
  const isDoubtful = described.severity === 'success' && findings.some(({ kind }) => kind !== 'may');
  return { ...described, findings, ...(isDoubtful && { severity: 'warning' }) };
}

function describeAnother(
  { here, there }: Extract<Sameness, { kind: 'another' }>,
  address: string
): Pick<CheckDescription, 'title' | 'text'> {
  return {
    title: t('settings.check.another.title', 'This is another Grafana, or another organization'),
    text:
      here !== undefined && there !== undefined
        ? t(
            'settings.check.another.named',
            'The token belongs to the organization "{{there}}" at {{address}}, and not to this one, "{{here}}". Editors would see and change what is over there. Enter the URL of this Grafana and a token created in this organization.',
            verbatim({ here, there, address })
          )
        : t(
            'settings.check.another.text',
            'The token belongs to something else at {{address}}, and not to this organization. Editors would see and change what is over there. Enter the URL of this Grafana and a token created in this organization.',
            verbatim({ address })
          ),
  };
}

function describeSameness(sameness: Exclude<Sameness, { kind: 'another' }>): Finding {
  switch (sameness.kind) {
    case 'same':
      return {
        kind: 'may',
        text: t('settings.check.same', 'It belongs to this Grafana and organization.'),
      };
    case 'hidden':
      return {
        kind: 'untold',
        text: t(
          'settings.check.same-hidden',
          'Whether it belongs to this Grafana is unknown, because it lacks {{action}}, which the Editor role has.',
          verbatim({ action: 'plugins.app:access' })
        ),
      };
    case 'unproved':
      return {
        kind: 'untold',
        text: t(
          'settings.check.same-untold',
          'Whether it belongs to this Grafana could not be checked. {{title}}: {{text}}',
          verbatim({ ...describeGrafanaError(sameness.error) })
        ),
      };
  }
}

function describeRights(check: ProxyCheck, address: string): Omit<CheckDescription, 'findings'> {
  if (check.ok && check.beyondEditor.length > 0) {
    return {
      severity: 'warning',
      title: t('settings.check.too-much.title', 'The service account works, but has more permissions than it needs'),
      text: t(
        'settings.check.too-much.text',
        'Editors use it only on a few listed routes, but anyone who gets hold of the token can use all its permissions. Give it the Editor role and nothing more. Beyond an Editor it has: {{actions}}.',
        verbatim({ actions: named(check.beyondEditor) })
      ),
    };
  }
  if (check.ok) {
    return {
      severity: 'success',
      title: t('settings.check.ok.title', 'The service account works'),
      text: t('settings.check.ok.text', 'Role of the service account: {{role}}.', {
        role: check.role,
      }),
    };
  }
  const words = check.problem === 'other' ? describeGrafanaError(check.error) : PROBLEMS[check.problem](address);
  return { severity: 'error', ...words };
}

const MOST_NAMED = 8;

function named(actions: readonly string[]): string {
  const more = actions.length - MOST_NAMED;
  const names = actions.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? t('settings.check.too-much.more', '{{names}} and {{more}} more', verbatim({ names, more })) : names;
}

const PROBLEMS: Record<
  Exclude<ProxyProblem, 'other'>,
  (address: string) => Pick<CheckDescription, 'title' | 'text'>
> = {
  notConfigured: () => ({
    title: t('settings.check.not-configured.title', 'The plugin is not configured yet'),
    text: t('settings.check.not-configured.text', 'Save the settings and enable the plugin, then test again.'),
  }),
  tokenRefused: () => ({
    title: t('settings.check.token-refused.title', 'Grafana rejected the token'),
    text: t(
      'settings.check.token-refused.text',
      'It was deleted, has expired, or belongs to another Grafana or organization. Reset it and paste a new one.'
    ),
  }),
  unreachable: (address) => ({
    title: t('settings.check.unreachable.title', 'No answer at this URL'),
    text: t(
      'settings.check.unreachable.text',
      'The Grafana server cannot reach itself at {{address}}. Behind a load balancer or in a container, try http://localhost:3000.',
      verbatim({ address })
    ),
  }),
  wrongAddress: () => ({
    title: t('settings.check.wrong-address.title', 'Something else answers at this URL'),
    text: t(
      'settings.check.wrong-address.text',
      "The answer is not from Grafana's API. Check host, port and sub-path, and that the URL does not redirect."
    ),
  }),
  roleTooLow: () => ({
    title: t('settings.check.role-too-low.title', 'The service account lacks permissions'),
    text: t('settings.check.role-too-low.text', 'Give it the Editor role, or the permissions listed below.'),
  }),
  userRoleTooLow: () => ({
    title: t('settings.check.user-role.title', 'Your role does not allow this'),
    text: t('settings.check.user-role.text', "Only Editors and Admins can use the plugin's proxy."),
  }),
  signedOut: () => ({
    title: t('settings.check.signed-out.title', 'You are signed out'),
    text: t('settings.check.signed-out.text', 'Sign in again and repeat the test.'),
  }),
  timeout: () => ({
    title: t('settings.check.timeout.title', 'No answer in time'),
    text: t('settings.check.timeout.text', 'The server accepts connections but does not answer. Check host and port.'),
  }),
};
