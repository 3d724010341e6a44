import type { Endpoint, Integration } from '../../connection/model';
import { planConnection } from '../../connection/plan/planConnection';
import { isUpToDate, type ChangedField, type Obstacle, type Plan } from '../../connection/plan/types';
import type { GrafanaReading } from '../../connection/reading/reading';
import { accessProblems, type AccessProblems } from './accessForm';
import { desiredOf, storedSettings, type ContactPointValues } from './contactPointForm';

/** What the form asks for, held against what Grafana holds. */
export interface ContactPointPlan {
  plan: Plan;
  /** The contact point as it will be stored; undefined while what the plan rests on is not read. */
  planned: PlannedContactPoint | undefined;
  /** What stands in the way, by the place where it is told. */
  obstacles: { name: Obstacle | undefined; maxAlerts: Obstacle | undefined; others: Obstacle[] };
  accessProblems: AccessProblems;
  hasBadAccess: boolean;
  /** A field shows what is wrong with it. */
  hasBadField: boolean;
  /** Grafana holds what the form asks for. */
  isFinished: boolean;
}

interface PlannedContactPoint {
  integration: Integration;
  isNew: boolean;
}

export function planOf(values: ContactPointValues, endpoint: Endpoint, reading: GrafanaReading): ContactPointPlan {
  const plan = planConnection(desiredOf(values, endpoint, reading), reading);
  const problems = accessProblems(values, storedSettings(endpoint, reading));
  const hasBadAccess = Object.keys(problems).length > 0;
  const obstacles = {
    name: obstacleOf('name', plan),
    maxAlerts: obstacleOf('maxAlerts', plan),
    others: plan.obstacles.filter(({ reason }) => !isFieldReason(reason)),
  };
  return {
    plan,
    planned: plannedOf(plan),
    obstacles,
    accessProblems: problems,
    hasBadAccess,
    hasBadField: obstacles.name !== undefined || obstacles.maxAlerts !== undefined || hasBadAccess,
    isFinished: isUpToDate(plan) && !hasBadAccess,
  };
}

type FieldReason = 'nameMissing' | 'nameTaken' | 'maxAlertsInvalid';
const FIELDS: Record<FieldReason, 'name' | 'maxAlerts'> = {
  nameMissing: 'name',
  nameTaken: 'name',
  maxAlertsInvalid: 'maxAlerts',
};

/** The obstacle that belongs to a field of the form, if there is one. */
function obstacleOf(field: 'name' | 'maxAlerts', { obstacles }: Plan): Obstacle | undefined {
  return obstacles.find(({ reason }) => isFieldReason(reason) && FIELDS[reason] === field);
}

function isFieldReason(reason: Obstacle['reason']): reason is FieldReason {
  return Object.hasOwn(FIELDS, reason);
}

function plannedOf({ steps }: Plan): PlannedContactPoint | undefined {
  const command = steps.find(({ object }) => object === 'alertContactPoint')?.command;
  return command && 'integration' in command
    ? { integration: command.integration, isNew: command.kind === 'createIntegration' }
    : undefined;
}

const SAFE_CHANGES: readonly ChangedField[] = ['name', 'maxAlerts', 'sendResolved', 'locked'];

/** Whether a change may keep messages from arriving, so that what was proven before no longer counts. */
export const needsNewProof = ({ steps }: Pick<Plan, 'steps'>): boolean =>
  steps.some(
    ({ object, action, changes }) =>
      object === 'alertContactPoint' &&
      action === 'update' &&
      changes.some(({ field }) => !SAFE_CHANGES.includes(field))
  );
