import { localeOf, rememberedLanguage } from './language/rememberedLanguage';
import { serverFact } from './services/serverFact';
import { inGrafana } from './services/subPath';
import { rememberedTheme } from './theme/rememberedTheme';

interface ApiUser {
  id: number;
  uid?: string;
  login: string;
  name: string;
  email: string;
  orgId: number;
  isGrafanaAdmin: boolean;
  isDisabled?: boolean;
}

/** How dates and numbers are written. The types of the user have it up to 12 only. */
export const regionalFormat = localeOf(rememberedLanguage());

/** What Grafana's server writes into its page: settings, the signed-in user with rights, and the look. */
export async function loadBootData() {
  const isSignedIn = serverFact('signed-in') === 'true';
  const [user, settings, orgs, permissions] = isSignedIn
    ? await Promise.all([
        readJson<ApiUser>('/api/user'),
        readJson<Parameters<typeof withMeta>[0]>('/api/frontend/settings'),
        readJson<Array<{ orgId: number; name: string; role: string }>>('/api/user/orgs'),
        readJson<Record<string, string[]>>('/api/access-control/user/permissions'),
      ])
    : [];
  const org = orgs?.find(({ orgId }) => orgId === user?.orgId);
  return {
    settings: {
      appUrl: `${location.origin}${inGrafana('/')}`,
      appSubUrl: inGrafana(''),
      featureToggles: {},
      buildInfo: {},
      ...withMeta(settings),
    },
    navTree: [],
    assets: { light: '', dark: '' },
    user: {
      isSignedIn: Boolean(user),
      id: user?.id ?? 0,
      uid: user?.uid ?? '',
      login: user?.login ?? '',
      name: user?.name ?? '',
      email: user?.email ?? '',
      orgId: user?.orgId ?? 0,
      orgName: org?.name ?? '',
      orgRole: org?.role ?? '',
      orgCount: orgs?.length ?? 0,
      isGrafanaAdmin: user?.isGrafanaAdmin ?? false,
      permissions: Object.fromEntries(Object.keys(permissions ?? {}).map((action) => [action, true])),
      theme: rememberedTheme(),
      language: regionalFormat,
      locale: regionalFormat,
      regionalFormat,
      timezone: 'browser',
      weekStart: 'browser',
      externalUserId: '',
      helpFlags1: 0,
      analytics: { identifier: '' },
    },
  };
}

/** Pickers show the logo and abilities of a data source, which come with its plugin in Grafana. */
function withMeta(settings: { datasources?: Record<string, { type: string; typeName?: string }> } | undefined) {
  const logo = '/public/build/img/icons/unicons/database.svg';
  const described = Object.entries(settings?.datasources ?? {}).map(([name, source]) => {
    const { type, typeName = type } = source;
    const info = { logos: { small: logo, large: logo } };
    const meta = { id: type, name: typeName, type: 'datasource', info, metrics: true, alerting: true };
    return [name, { meta, jsonData: {}, access: 'proxy', readOnly: false, ...source }];
  });
  return { ...settings, datasources: Object.fromEntries(described) as unknown };
}

/** Undefined when not signed in or not served. */
async function readJson<T>(url: string): Promise<T | undefined> {
  const response = await fetch(inGrafana(url), { headers: { accept: 'application/json' } });
  return response.ok ? ((await response.json()) as T) : undefined;
}
