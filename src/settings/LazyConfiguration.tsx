import type { PluginConfigPageProps, AppPluginMeta } from '@grafana/data';
import { lazy } from 'react';
import { OwnPart } from '../ui/OwnPart';
import { PageSkeleton } from '../ui/PageSkeleton';

const ConfigurationPage = lazy(() => import('./ConfigurationPage'));

export const LazyConfiguration = (props: PluginConfigPageProps<AppPluginMeta>) => (
  <OwnPart meanwhile={<PageSkeleton />}>
    <ConfigurationPage {...props} />
  </OwnPart>
);
