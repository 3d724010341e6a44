import type { PluginMeta } from '@grafana/data';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { createServices } from '../ui/data/createServices';
import { createQueryClient } from '../ui/data/queryClient';
import { ServicesProvider } from '../ui/data/services';

/** One for all parts of the plugin that are on screen, so that none reads again what another has just read. */
const queryClient = createQueryClient();

interface Props {
  meta: Pick<PluginMeta, 'jsonData' | 'secureJsonFields'>;
  children: ReactNode;
}

/** What every part of the plugin needs: clients for the access that is configured, and a store for what they read. */
export function AppProviders({ meta, children }: Props) {
  const { jsonData, secureJsonFields } = meta;
  const services = useMemo(() => createServices(jsonData, secureJsonFields), [jsonData, secureJsonFields]);
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesProvider value={services}>{children}</ServicesProvider>
    </QueryClientProvider>
  );
}
