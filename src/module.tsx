import { AppPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import pluginJson from './plugin.json';
import { addExtensions } from './app/extensions';
import { LazyApp } from './app/LazyApp';
import { LazyConfiguration } from './settings/LazyConfiguration';

await initPluginTranslations(pluginJson.id);

export const plugin = new AppPlugin().setRootPage(LazyApp).addConfigPage({
  id: 'configuration',
  title: 'Configuration',
  icon: 'cog',
  body: LazyConfiguration,
});

addExtensions(plugin);
