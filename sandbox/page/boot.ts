import { loadBootData } from './bootData';
import { inGrafana } from './services/subPath';

/**
 * Grafana's libraries read `window.grafanaBootData` while they are being evaluated, so it is there before they are loaded.
 */
async function boot(): Promise<void> {
  Object.assign(window, {
    __grafana_public_path__: inGrafana('/public/'),
    grafanaBootData: await loadBootData(),
  });
  const { startPage } = await import('./main');
  await startPage();
}

boot().catch((error: unknown) => {
  reportError(error);
  const message = document.getElementById('preloader-text');
  if (message) {
    message.textContent = 'The sandbox could not load this page. Is it still running? Reload to try again.';
  }
});
