import { t } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import { Component, type ReactNode } from 'react';
import { isMissingChunk } from './isMissingChunk';
import { notLoadedTitle, reloadText } from './notLoadedTexts';

const RELOADED_AT = 'irmconnect.reloadedAt';
const RELOAD_ONCE_PER_MS = 60_000;

interface State {
  error: Error | undefined;
}

/** Catches what a page throws. A chunk that is gone (the plugin was updated meanwhile) reloads the page, once a minute at most. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  state: State = { error: undefined };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  componentDidCatch(error: Error) {
    if (!isMissingChunk(error)) {
      return;
    }
    try {
      if (Date.now() - Number(sessionStorage.getItem(RELOADED_AT)) > RELOAD_ONCE_PER_MS) {
        sessionStorage.setItem(RELOADED_AT, String(Date.now()));
        window.location.reload();
      }
    } catch {
      // A browser that keeps nothing would reload for ever, so there it is left to the person.
    }
  }

  render() {
    const { error } = this.state;
    if (!error) {
      return this.props.children;
    }
    const isMissing = isMissingChunk(error);
    return (
      <Alert
        title={isMissing ? notLoadedTitle() : t('app.error.title', 'Something went wrong in IRM Connect')}
        severity="error"
      >
        <p>
          {isMissing
            ? t(
                'app.error.not-loaded',
                'It was probably updated while this page was open. Nothing in Grafana was changed by this. Reload the page; if it happens again, please report it with this text:'
              )
            : t(
                'app.error.body',
                'Nothing in Grafana was changed by this. Reload the page; if it happens again, please report it with this text:'
              )}
        </p>
        <pre>{error.message}</pre>
        <Button icon="sync" variant="secondary" onClick={() => window.location.reload()}>
          {reloadText()}
        </Button>
      </Alert>
    );
  }
}
