import { lazy, type ComponentType } from 'react';
import type { StepId, StepProps } from './step/stepProps';

type Loader = () => Promise<{ default: ComponentType<StepProps> }>;

/** Each step is a file of its own, loaded when it is shown or about to be. */
const LOADERS: Record<StepId, Loader> = {
  integration: () => import('./integration/IntegrationStep'),
  'contact-point': () => import('./contact-point/ContactPointStep'),
  heartbeat: () => import('./heartbeat/HeartbeatStep'),
  verify: () => import('./verify/VerifyStep'),
};

export const STEP_CONTENT: Record<StepId, ComponentType<StepProps>> = {
  integration: lazy(LOADERS.integration),
  'contact-point': lazy(LOADERS['contact-point']),
  heartbeat: lazy(LOADERS.heartbeat),
  verify: lazy(LOADERS.verify),
};

/** Loads a step ahead of time. What fails is asked for again when the step is shown. */
export const prefetchStep = (id: StepId): void => void LOADERS[id]().catch(() => undefined);
