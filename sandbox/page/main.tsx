import { initializeI18n } from '@grafana/i18n/internal';
import { config } from '@grafana/runtime';
import { createRoot } from 'react-dom/client';
import { HostPage } from './HostPage';
import { regionalFormat } from './bootData';
import { providePseudoTexts } from './language/loadTexts';
import { rememberedLanguage } from './language/rememberedLanguage';
import { loadApp } from './plugin/appSettings';
import { provideCodeEditorWorkers } from './services/codeEditorWorkers';
import { provideIcons } from './services/icons';
import { followLinksInside } from './services/linkClicks';
import { registerServices } from './services/registerServices';
import { session } from './services/session';

export async function startPage(): Promise<void> {
  providePseudoTexts();
  await initializeI18n({ language: config.bootData.user.language, ns: ['grafana'] }, regionalFormat);
  document.documentElement.lang = regionalFormat;
  document.documentElement.dir = rememberedLanguage() === 'right-to-left' ? 'rtl' : 'ltr';
  registerServices();
  followLinksInside();
  provideIcons();
  provideCodeEditorWorkers();
  if (session.user.isSignedIn) {
    await loadApp();
  }
  const root = document.getElementById('reactRoot');
  if (root) {
    createRoot(root).render(<HostPage />);
  }
  document.getElementById('preloader')?.remove();
}
