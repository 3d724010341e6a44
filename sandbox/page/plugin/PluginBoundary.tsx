import { PluginContextProvider, type PluginMeta } from '@grafana/data';
import { Alert, ErrorBoundary } from '@grafana/ui';
import type { ReactNode } from 'react';

/** Tells the libraries which plugin they work for, and keeps an error of the plugin from taking the page with it. */
export function PluginBoundary({ meta, children }: { meta: PluginMeta; children: ReactNode }) {
  return (
    <PluginContextProvider meta={meta}>
      <ErrorBoundary boundaryName="plugin" dependencies={[meta]}>
        {({ error }) =>
          error ? (
            <Alert severity="error" title="Plugin failed to load">
              {error.message}
            </Alert>
          ) : (
            <>{children}</>
          )
        }
      </ErrorBoundary>
    </PluginContextProvider>
  );
}
