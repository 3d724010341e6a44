import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { useState } from 'react';
import { AlertingOff } from '../ui/AlertingOff';
import { CloudNotice } from '../ui/CloudNotice';
import { isOwnGrafana, rememberOwnGrafana } from '../ui/cloudChoice';
import { useServices } from '../ui/data/services';
import { SetupRoutes } from './SetupRoutes';

/** `/a/irmconnect-setup-app/setup`: from "who is this for" to the proof that alerts arrive. */
export default function SetupPage() {
  const { capabilities } = useServices();
  const [isOwn, setIsOwn] = useState(() => isOwnGrafana(window.sessionStorage));
  const goOn = () => {
    rememberOwnGrafana(window.sessionStorage);
    setIsOwn(true);
  };
  return (
    <PluginPage
      pageNav={{ text: t('setup.page.title', 'Setup') }}
      subTitle={t('setup.page.subtitle', 'Connect Grafana Alerting with Grafana IRM and prove that alerts arrive.')}
    >
      {capabilities.isCloud && !isOwn ? (
        <CloudNotice onGoOn={goOn} />
      ) : capabilities.hasAlerting ? (
        <SetupRoutes />
      ) : (
        <AlertingOff />
      )}
    </PluginPage>
  );
}
