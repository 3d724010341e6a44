import type { ComponentProps } from 'react';
import { Trans as MarkedUp } from 'react-i18next';
import { PLUGIN_ID } from '../../../src/transport/pluginId';

/** As that of `@grafana/i18n` once it knows the plugin (`initPluginTranslations`). */
export function Trans(props: ComponentProps<typeof MarkedUp>) {
  return <MarkedUp shouldUnescape ns={PLUGIN_ID} {...props} />;
}
