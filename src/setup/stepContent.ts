import { lazy, type ComponentType } from 'react';
import type { StepId, StepProps } from './step/stepProps';

type Loader = () => Promise<{ default: ComponentType<StepProps> }>;

/** What a step shows: the first has two forms, of which the one by IRM's API is loaded only where that is set up. */
export type ContentId = StepId | 'from-irm';

/** Each step is a file of its own, loaded when it is shown or about to be. */
const LOADERS: Record<ContentId, Loader> = {
  integration: () => import('./integration/IntegrationStep'),
  'from-irm': () => import('./irm-integration/FromIrm'),
  'contact-point': () => import('./contact-point/ContactPointStep'),
  heartbeat: () => import('./heartbeat/HeartbeatStep'),
  verify: () => import('./verify/VerifyStep'),
};

export const STEP_CONTENT: Record<ContentId, ComponentType<StepProps>> = {
  integration: lazy(LOADERS.integration),
  'from-irm': lazy(LOADERS['from-irm']),
  'contact-point': lazy(LOADERS['contact-point']),
  heartbeat: lazy(LOADERS.heartbeat),
  verify: lazy(LOADERS.verify),
};

export const contentOf = (id: StepId, { connection, way }: Pick<StepProps, 'connection' | 'way'>): ContentId =>
  id === 'integration' && !connection && way === 'irm' ? 'from-irm' : id;

/** Loads a step ahead of time. What fails is asked for again when the step is shown. */
export const prefetchStep = (id: ContentId): void => void LOADERS[id]().catch(() => undefined);
