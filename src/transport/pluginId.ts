/** Id of this plugin, as in `plugin.json`. */
export const PLUGIN_ID = 'irmconnect-setup-app';
