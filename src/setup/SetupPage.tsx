import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { AlertingOff } from '../ui/AlertingOff';
import { useServices } from '../ui/data/services';
import { CloudNotice } from './start/CloudNotice';
import { SetupRoutes } from './SetupRoutes';

/** `/a/irmconnect-setup-app/setup`: from "who is this for" to the proof that alerts arrive. */
export default function SetupPage() {
  const { capabilities } = useServices();
  return (
    <PluginPage
      pageNav={{ text: t('setup.page.title', 'Setup') }}
      subTitle={t('setup.page.subtitle', 'Connect Grafana Alerting with Grafana IRM and prove that alerts arrive.')}
    >
      {capabilities.isCloud ? <CloudNotice /> : capabilities.hasAlerting ? <SetupRoutes /> : <AlertingOff />}
    </PluginPage>
  );
}
