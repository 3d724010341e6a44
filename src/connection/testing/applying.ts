import { standIns, type ClusterOptions, type Login } from '../../../tests/support/standIns';
import { planRemoval, namesToRemove } from '../actions/remove';
import { applyPlan } from '../apply/applyPlan';
import type { StepProgress } from '../apply/types';
import { connectionId as idOf } from '../endpoint/identity';
import type { DesiredConnection } from '../model';
import { connectionWithId } from '../ownership/connections';
import { planConnection } from '../plan/planConnection';
import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import { readGrafana } from '../reading/readGrafana';
import { readSurroundings } from '../reading/uses';
import { failure } from '../result';
import { desiredConnection, endpoint } from './fixtures';

export const id = idOf(endpoint);
export const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };

/**
 * What goes wrong with a call: `lost` does the work and loses the answer, `late` does it only after the next call, and
 * `refused` does nothing.
 */
export interface Trouble {
  kind: 'lost' | 'late' | 'refused';
  error: GrafanaError;
}

export const grafanaError = (reason: GrafanaError['reason'], more: Partial<GrafanaError> = {}): GrafanaError => ({
  reason,
  message: reason,
  status: undefined,
  ...more,
});

/**
 * A stand-in Grafana behind the plugin's real client, with a place between the two where calls can be counted, answers
 * lost, and somebody else can be quicker.
 */
export async function troubledGrafana(login: Login = 'editor', cluster: ClusterOptions = {}) {
  const world = standIns(cluster);
  const { grafana: client } = await world.signIn(login);
  const late: Array<() => Promise<unknown>> = [];
  const troubled = {
    world,
    /** Names of the calls so far. */
    calls: [] as string[],
    /** Asked before every call; an answer makes trouble. */
    trouble: (_call: string, _index: number): Trouble | undefined => undefined,
    /** Runs right before a call, for somebody else who is quicker. */
    meanwhile: async (_call: string, _index: number): Promise<void> => {},
    /** The plugin's client without trouble, as somebody else has it. */
    client,
    port: undefined as never as GrafanaPort,
  };
  troubled.port = new Proxy(client, {
    get(target, name: keyof GrafanaPort) {
      if (name === 'evaluation' || name === 'isOwnFolderOnly') {
        return target[name];
      }
      const call = target[name] as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        const index = troubled.calls.push(name) - 1;
        await troubled.meanwhile(name, index);
        const trouble = troubled.trouble(name, index);
        if (trouble?.kind === 'refused') {
          return failure(trouble.error);
        }
        if (trouble?.kind === 'late') {
          late.push(() => call(...given));
          return failure(trouble.error);
        }
        const answer = await call(...given);
        for (const arrive of late.splice(0)) {
          await arrive();
        }
        return trouble ? failure(trouble.error) : answer;
      };
    },
  });
  return troubled;
}

export type TroubledGrafana = Awaited<ReturnType<typeof troubledGrafana>>;

/** The writes among the calls. */
export const writes = ({ calls }: TroubledGrafana) =>
  calls.filter((call) => /^(create|update|delete|write)/.test(call));

export async function readingOf(grafana: TroubledGrafana) {
  const result = await readGrafana(grafana.client);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

export const planned = async (grafana: TroubledGrafana, desired: DesiredConnection = desiredConnection()) =>
  planConnection(desired, await readingOf(grafana));

export const connect = async (grafana: TroubledGrafana, desired?: DesiredConnection) =>
  applyPlan(await planned(grafana, desired), grafana.port);

export async function plannedRemoval(grafana: TroubledGrafana, includeHandMade = false, connectionId = id) {
  const reading = await readingOf(grafana);
  const connection = connectionWithId(connectionId, reading);
  const surroundings = connection && (await readSurroundings(grafana.client, namesToRemove(connection)));
  if (!connection || !surroundings?.ok) {
    throw new Error('no connection');
  }
  return planRemoval(connection, reading, surroundings.value, { includeHandMade }).plan;
}

export const remove = async (grafana: TroubledGrafana) => applyPlan(await plannedRemoval(grafana), grafana.port);

export const states = (steps: readonly StepProgress[]) => steps.map(({ state }) => state);

/** Trouble with the first calls of one name. */
export const onCall =
  (name: string, error: GrafanaError, kind: Trouble['kind'] = 'refused', times = 1) =>
  (call: string) =>
    call === name && times-- > 0 ? { kind, error } : undefined;
