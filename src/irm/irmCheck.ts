import type { IrmError, IrmPort, IrmResult, TokenOwner } from '../connection/irm/irmPort';

/** What the check asks, in this order. */
export const CHECK_STEPS = [
  'integrations',
  'teams',
  'escalationChains',
  'alertGroups',
  'create',
  'resolve',
  'owner',
] as const;

export type CheckStep = (typeof CHECK_STEPS)[number];

/** Whether something was given; `untold`: IRM failed to answer this one question. */
export type Told<T> = { kind: 'told'; value: T } | { kind: 'forbidden' } | { kind: 'untold'; error: IrmError };

export interface CheckFindings {
  /** How many the token sees. */
  integrations: Told<number>;
  teams: Told<number>;
  escalationChains: Told<number>;
  alertGroups: Told<true>;
  /** Whether the token may create integrations. */
  create: Told<true>;
  /** Whether the token may resolve alert groups. */
  resolve: Told<true>;
  /** Undefined as a value for service accounts. */
  owner: Told<TokenOwner | undefined>;
}

/** All that was found, or the error that ended the check, with the step at which it came. */
export type IrmCheck = { ok: true; findings: CheckFindings } | { ok: false; step: CheckStep; error: IrmError };

/** An id that IRM cannot have: its alert groups are none, and asking for them tells whether one may. */
const NO_INTEGRATION = 'IRMCONNECTNONE';

/** Errors after which the other questions would get the same answer. */
const FATAL: ReadonlyArray<IrmError['reason']> = [
  ...(['notConfigured', 'userRoleTooLow', 'signedOut', 'tokenRefused', 'stackUnknown'] as const),
  ...(['rateLimited', 'timeout', 'unreachable', 'inFront'] as const),
];

class Stopped extends Error {
  constructor(readonly check: Extract<IrmCheck, { ok: false }>) {
    super(check.error.message);
  }
}

/**
 * Asks IRM, one question after the other, what the token sees and may do. Changes nothing. A right that is lacking is a
 * finding; the first error that concerns all questions ends the check, and any error at all at the first.
 * @param onStep Told each step before it is asked.
 */
export async function checkIrm(irm: IrmPort, onStep: (step: CheckStep) => void = () => {}): Promise<IrmCheck> {
  async function ask<T>(step: CheckStep, answering: () => IrmResult<T>): Promise<Told<T>> {
    onStep(step);
    const answer = await answering();
    if (answer.ok) {
      return { kind: 'told', value: answer.value };
    }
    const { error } = answer;
    if (error.reason === 'forbidden') {
      return { kind: 'forbidden' };
    }
    if (step === 'integrations' || FATAL.includes(error.reason)) {
      throw new Stopped({ ok: false, step, error });
    }
    return { kind: 'untold', error };
  }
  const right = async (step: CheckStep, answering: () => IrmResult<boolean>): Promise<Told<true>> => {
    const answer = await ask(step, answering);
    if (answer.kind !== 'told') {
      return answer;
    }
    return answer.value ? { kind: 'told', value: true } : { kind: 'forbidden' };
  };
  try {
    const findings: CheckFindings = {
      integrations: told(await ask('integrations', () => irm.listIntegrations({ perPage: 1 })), ({ total }) => total),
      teams: told(await ask('teams', () => irm.listTeams()), ({ length }) => length),
      escalationChains: told(await ask('escalationChains', () => irm.listEscalationChains()), ({ length }) => length),
      alertGroups: told(
        await ask('alertGroups', () => irm.listAlertGroups({ integrationId: NO_INTEGRATION, perPage: 1 })),
        () => true as const
      ),
      create: await right('create', () => irm.mayCreateIntegrations()),
      resolve: await right('resolve', () => irm.mayResolveAlertGroups()),
      owner: await ask('owner', () => irm.tokenOwner()),
    };
    return { ok: true, findings };
  } catch (stopped) {
    if (stopped instanceof Stopped) {
      return stopped.check;
    }
    throw stopped;
  }
}

const told = <T, U>(answer: Told<T>, change: (value: T) => U): Told<U> =>
  answer.kind === 'told' ? { kind: 'told', value: change(answer.value) } : answer;
