import type { AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { lazy } from 'react';
import { OwnPart } from '../ui/OwnPart';

const App = lazy(() => import('./App'));

export const LazyApp = (props: AppRootProps) => (
  <OwnPart meanwhile={<LoadingPlaceholder text={t('app.loading', 'Loading IRM Connect...')} />}>
    <App {...props} />
  </OwnPart>
);
