/** The plugin that was installed when `plugin.json` was recorded. */
export const RECORDED_PLUGIN = {
  type: 'app',
  id: 'irmconnect-setup-app',
  name: 'IRM Connect',
  info: {
    author: { name: 'x', url: '' },
    logos: { small: 'logo.svg', large: 'logo.svg' },
    version: '0.0.1',
    updated: '2026-11-22',
  },
  includes: [
    { type: 'page', name: 'Setup', path: '/a/irmconnect-setup-app', role: 'Editor', addToNav: true, defaultNav: true },
  ],
  dependencies: { grafanaDependency: '>=11.0.0', plugins: [] },
  routes: [
    {
      path: 'irm/*',
      reqRole: 'Editor',
      url: '{{ .JsonData.irmApiUrl }}/api/v1',
      headers: [{ name: 'Authorization', content: '{{ .SecureJsonData.irmApiToken }}' }],
    },
    {
      path: 'grafana/contact-points',
      reqRole: 'Admin',
      url: '{{ .JsonData.grafanaUrl }}/api/v1/provisioning/contact-points',
      headers: [{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.grafanaToken }}' }],
    },
  ],
};
