import { config } from '@grafana/runtime';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { readCapabilities } from '../grafana/capabilities';
import { addressesAsStored, stackBase, staysInPlace } from '../grafana/irmAddresses';
import { isSameOrigin } from '../grafana/origin';
import { saveSettings, type SettingsToSave, type TokenNeeded } from '../grafana/saveSettings';
import type { PluginSettings } from '../grafana/settings';
import { sessionTransport } from '../transport/sessionTransport';
import { irmTokenStaysBehind } from './IrmTokenField';
import { cleanToken } from './irmToken';
import { tokenStaysBehind } from './ProxyFields';
import type { SettingsValues, TokenState } from './settingsValues';

/** What the form shows for settings as they are stored. */
const valuesOf = ({ access, grafanaUrl, irmUrl, irm, replicas }: PluginSettings): SettingsValues => ({
  access,
  grafanaUrl: grafanaUrl || config.appUrl.replace(/\/+$/, ''),
  grafanaToken: '',
  irmUrl,
  irmApiUrl: irm.apiUrl,
  irmCredential: irm.credential,
  // Most often the stack whose pages are linked to is the one that the token belongs to.
  irmStackUrl: irm.stackUrl || (/\.grafana\.net\b/.test(irmUrl) ? stackBase(irmUrl) : ''),
  irmToken: '',
  replicas,
});

const irmPlaceOf = ({ irmApiUrl, irmCredential, irmStackUrl }: SettingsValues) =>
  addressesAsStored({ apiUrl: irmApiUrl, credential: irmCredential, stackUrl: irmStackUrl });

const toSave = (values: SettingsValues, seen: SettingsToSave['seen']): SettingsToSave => ({
  seen,
  access: values.access,
  grafanaUrl: values.grafanaUrl,
  irmUrl: values.irmUrl,
  replicas: values.replicas,
  grafanaToken: values.grafanaToken.trim() || undefined,
  irm: {
    ...irmPlaceOf(values),
    // What was typed before the address was emptied is not kept.
    token: values.irmApiUrl.trim() === '' ? undefined : cleanToken(values.irmToken) || undefined,
  },
  namespace: readCapabilities(config).namespace,
});

/**
 * The form over the stored settings: its values, what is known of the stored tokens, and saving. A stored token serves
 * only what it was entered for, whether this page or another one changed that. What others saved since is not gone over
 * without a word: once it was told, it is what the form stands on.
 *
 * @param loaded the settings as the page was loaded with them
 */
export function useSettingsForm(loaded: PluginSettings, onSaved: () => void) {
  const [stored, setStored] = useState(loaded);
  const [hasToken, setHasToken] = useState({ grafana: stored.hasGrafanaToken, irm: stored.irm.hasToken });
  /** Where the stored tokens may go, as far as this page knows; undefined once somebody else changed it. */
  const [tokenPlace, setTokenPlace] = useState<{ grafana: string | undefined; irm: PluginSettings['irm'] | undefined }>(
    {
      grafana: stored.grafanaUrl,
      irm: stored.irm,
    }
  );
  const [error, setError] = useState<GrafanaError | 'savedByOther'>();
  const form = useForm<SettingsValues>({ mode: 'onTouched', defaultValues: valuesOf(stored) });
  const { dirtyFields: touched } = form.formState;
  const values = useWatch({ control: form.control, compute: (all: SettingsValues) => all });

  const askForToken = ({ token }: TokenNeeded) => {
    setTokenPlace((known) => ({ ...known, [token]: undefined }));
    if (token === 'grafana') {
      form.setError('grafanaToken', { message: tokenStaysBehind() });
    } else {
      form.setError('irmToken', { message: irmTokenStaysBehind() });
    }
  };

  const standOn = (now: PluginSettings) => {
    setStored(now);
    setHasToken({ grafana: now.hasGrafanaToken, irm: now.irm.hasToken });
    setTokenPlace({ grafana: now.grafanaUrl, irm: now.irm });
    form.reset(valuesOf(now), { keepDirtyValues: true });
    setError('savedByOther');
  };

  const save = form.handleSubmit(async (entered) => {
    setError(undefined);
    const result = await saveSettings(toSave(entered, { settings: stored, touched }), sessionTransport());
    if (result.ok) {
      onSaved();
    } else if (result.error.reason === 'tokenNeeded') {
      askForToken(result.error);
    } else if (result.error.reason === 'savedByOther') {
      standOn(result.error.now);
    } else {
      setError(result.error);
    }
  });

  const stateOf = (isStored: boolean, isInPlace: boolean): TokenState =>
    !isStored ? 'none' : isInPlace ? 'stored' : 'storedForOther';

  return {
    form,
    /** The settings as far as this page knows them. */
    stored,
    save,
    /** Why it was not saved; `savedByOther`: somebody else changed the same. */
    error,
    grafanaToken: stateOf(hasToken.grafana, isSameOrigin(tokenPlace.grafana ?? '', values.grafanaUrl)),
    irmToken: stateOf(hasToken.irm, tokenPlace.irm !== undefined && staysInPlace(tokenPlace.irm, irmPlaceOf(values))),
    forget: (token: TokenNeeded['token']) => setHasToken((known) => ({ ...known, [token]: false })),
  };
}
