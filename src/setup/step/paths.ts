import { setupConnectionPath } from '../../ui/pagePaths';
import type { StepId } from './stepProps';

/** One step of the wizard for a connection, or for `NEW_CONNECTION`. */
export const stepPath = (connection: string, step: StepId) => `${setupConnectionPath(connection)}/${step}`;
