import type { GrafanaVersion } from '../../sandbox/grafana/context';
import type { Flow } from './flows';
import { buildStart, othersThings, type StartName } from './starts';
import { createWorld, type SavedWorld, type Way, type World } from './world';
import type { Stage } from './faultCase';

export interface Stages {
  world(version: GrafanaVersion): Promise<World>;
  fresh(version: GrafanaVersion): Promise<SavedWorld>;
  start(version: GrafanaVersion, way: Way, name: StartName): Promise<SavedWorld>;
  stage(version: GrafanaVersion, way: Way, flow: Flow): Promise<Stage>;
  stop(): Promise<void>;
}

/** One stand-in per version and every start state built once, when it is first asked for. */
export function createStages(): Stages {
  const worlds = new Map<GrafanaVersion, Promise<World>>();
  const replicas = new Map<GrafanaVersion, Promise<World>>();
  const saved = new Map<string, Promise<SavedWorld>>();

  function once<Key, T>(map: Map<Key, Promise<T>>, key: Key, make: () => Promise<T>): Promise<T> {
    const found = map.get(key) ?? make();
    map.set(key, found);
    return found;
  }

  const world = (version: GrafanaVersion) => once(worlds, version, () => createWorld(version));
  const fresh = (version: GrafanaVersion) => once(saved, version, async () => othersThings(await world(version)));
  const start = (version: GrafanaVersion, way: Way, name: StartName) =>
    once(saved, `${version} ${way} ${name}`, async () =>
      buildStart(await world(version), way, name, await fresh(version))
    );

  return {
    world,
    fresh,
    start,
    async stage(version, way, flow) {
      const begin = await start(version, way, flow.start);
      return {
        world: await world(version),
        replica: await once(replicas, version, () => createWorld(version)),
        way,
        flow,
        start: begin,
        fresh: await fresh(version),
      };
    },
    async stop() {
      for (const one of [...worlds.values(), ...replicas.values()]) {
        (await one).stop();
      }
    },
  };
}
