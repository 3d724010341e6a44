import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { AlertingOff } from '../ui/AlertingOff';
import { useServices } from '../ui/data/services';
import { connectionsPath } from '../ui/pagePaths';
import { useCloudChoice } from '../ui/useCloudChoice';
import { SetupFrame } from './SetupFrame';
import { WizardPage } from './WizardPage';

const CloudNotice = lazy(() => import('../ui/CloudNotice'));

/** `/a/irmconnect-setup-app/setup/…`: from an integration in IRM to the first heartbeat. The list is on another page. */
export default function SetupPage() {
  return (
    <Routes>
      <Route path=":connectionId" element={<Setup />} />
      <Route path=":connectionId/:stepId" element={<Setup />} />
      <Route path="*" element={<Navigate to={connectionsPath()} replace />} />
    </Routes>
  );
}

/** The wizard, where there is something to set up. */
function Setup() {
  const { capabilities } = useServices();
  const { isCloud, goOn } = useCloudChoice();
  if (isCloud) {
    return (
      <SetupFrame>
        <CloudNotice onGoOn={goOn} />
      </SetupFrame>
    );
  }
  return capabilities.hasAlerting ? (
    <WizardPage />
  ) : (
    <SetupFrame>
      <AlertingOff />
    </SetupFrame>
  );
}
