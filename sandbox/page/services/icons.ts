import { cacheStore } from 'react-inlinesvg';
import icons from 'sandbox:icons';
import { inGrafana } from './subPath';

/** Hands the bundled icons to the component that otherwise asks the server for each. */
export function provideIcons(): void {
  for (const [name, content] of Object.entries(icons)) {
    cacheStore.set(inGrafana(`/public/build/img/icons/${name}`), { content, status: 'loaded' });
  }
}
