import type { AppPlugin, AppPluginMeta } from '@grafana/data';
import { useEffect, useState } from 'react';
import { loadPlugin } from './loadPlugin';

export type LoadedPlugin =
  { state: 'loading' } | { state: 'failed'; error: Error } | { state: 'ready'; plugin: AppPlugin };

/** The plugin of these settings, loaded when it is first needed. */
export function usePlugin(meta: AppPluginMeta | undefined): LoadedPlugin {
  const [result, setResult] = useState<LoadedPlugin>({ state: 'loading' });
  useEffect(() => {
    if (!meta) {
      return;
    }
    let isCurrent = true;
    loadPlugin(meta).then(
      (plugin) => isCurrent && setResult({ state: 'ready', plugin }),
      (error: unknown) => {
        reportError(error);
        if (isCurrent) {
          setResult({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
        }
      }
    );
    return () => {
      isCurrent = false;
    };
  }, [meta]);
  return result;
}
