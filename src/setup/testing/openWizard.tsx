import { Route, Routes } from 'react-router';
import type { stage } from '../../status/testing/stage';
import type { Login } from '../../../tests/support/standIns';
import SetupPage from '../SetupPage';
import type { StepId } from '../step/stepProps';
import { stepPath } from '../step/paths';

/** Opens a step of the wizard on the clocks of a stage. */
export function openWizard(on: ReturnType<typeof stage>, id: string, step: StepId, login: Login = 'editor') {
  return on.open(
    login,
    <Routes>
      <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
    </Routes>,
    stepPath(id, step)
  );
}
