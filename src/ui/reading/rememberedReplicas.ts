import * as v from 'valibot';
import { NO_MEMORY, type StatusMemory } from '../../connection/health/memory';
import type { ReplicaEvidence, ToldReplicas } from '../../connection/health/replicas';
import type { PluginSettings } from '../../grafana/settings';
import { PLUGIN_ID } from '../../transport/pluginId';
import { kept } from '../data/kept';

/** Replicas are also taken away, and then silence has to alarm again; milliseconds. */
const GOOD_FOR_MS = 24 * 3_600_000;

const storedForm = v.object({
  evidence: v.object({
    proof: v.picklist(['history', 'olderAttempt', 'hiddenAttempt']),
    seenAt: v.number(),
    count: v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(100)),
  }),
  /** By the browser's clock. */
  savedAt: v.number(),
});

const storedReplicas = kept('local', `${PLUGIN_ID}.replicas`, storedForm, 'grafana');

/** What an administrator said on the configuration page. */
export function toldReplicas({ replicas }: Pick<PluginSettings, 'replicas'>): ToldReplicas {
  return replicas === '1' ? 'one' : replicas === '2+' ? 'several' : undefined;
}

/**
 * What a page begins with: that several replicas were seen in this browser within a day. Whoever said that there is one
 * may just have taken the others away, so it takes a new proof then.
 */
export function memoryToBeginWith(told: ToldReplicas): StatusMemory {
  const evidence = told === 'one' ? undefined : rememberedReplicas();
  return { ...NO_MEMORY, severalReplicas: told === 'several' || evidence !== undefined, evidence };
}

/** What was proven in this browser within a day, whatever an administrator says. */
export function rememberedReplicas(): ReplicaEvidence | undefined {
  const stored = storedReplicas.read();
  const age = stored ? Date.now() - stored.savedAt : -1;
  return age >= 0 && age < GOOD_FOR_MS ? stored?.evidence : undefined;
}

/** Keeps what proves several replicas for the next page in this browser. A browser that keeps nothing learns anew. */
export const rememberReplicas = (evidence: ReplicaEvidence): void =>
  storedReplicas.write({ evidence, savedAt: Date.now() });
