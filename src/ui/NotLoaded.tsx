import { Button } from '@grafana/ui';
import { notLoadedTitle, reloadText } from './notLoadedTexts';

/** In the place of a part whose file is gone, because the plugin was updated meanwhile or the connection was lost. */
export function NotLoaded() {
  return (
    <span role="alert">
      {notLoadedTitle()}.{' '}
      <Button size="sm" variant="secondary" fill="text" icon="sync" onClick={() => window.location.reload()}>
        {reloadText()}
      </Button>
    </span>
  );
}
