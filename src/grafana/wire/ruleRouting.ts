import * as v from 'valibot';
import { mapOf, raw } from '../../transport/forms';
import { intervalIn, otherTree } from './alertRules';
import type { Raw, RuleRouting } from '../../connection/route-alerts/types';

const texts = v.fallback(mapOf(v.string()), {});

/** What every rule has, by each API: an answer without it is no rule, and says nothing of where one sends. */
const marks = {
  provisioning: v.looseObject({ uid: v.string(), title: v.string(), folderUID: v.string() }),
  platform: v.looseObject({
    metadata: v.looseObject({ name: v.string() }),
    spec: v.looseObject({ title: v.string() }),
  }),
};

/** A rule as it came, so that it goes back with its fields in their order. */
export const rawRule = (api: keyof typeof marks) =>
  v.pipe(
    raw,
    v.check((body) => v.is(marks[api], body), 'This is no alert rule')
  );

const text = v.fallback(v.string(), '');
const settingsForm = v.fallback(v.nullish(raw), undefined);

/** Reads a rule of the provisioning API (alert-rules.json, "get"). */
export function ruleFromProvisioning(source: Raw): RuleRouting {
  return {
    uid: v.parse(text, source['uid']),
    title: v.parse(text, source['title']),
    labels: v.parse(texts, source['labels'] ?? {}),
    heartbeatInterval: intervalIn(v.parse(texts, source['annotations'] ?? {})),
    provenance: v.parse(text, source['provenance']),
    ...chosen(source['notification_settings']),
    source,
  };
}

/** Reads a rule that is an object of its own (app-platform-rules.json, "get"). */
export function ruleFromObject(source: Raw): RuleRouting {
  const [metadata, spec] = [partOf(source, 'metadata'), partOf(source, 'spec')];
  const annotations = v.parse(texts, metadata['annotations'] ?? {});
  const provenance = annotations['grafana.com/provenance'] ?? '';
  return {
    uid: v.parse(text, metadata['name']),
    title: v.parse(text, spec['title']),
    labels: v.parse(texts, spec['labels'] ?? {}),
    heartbeatInterval: intervalIn(v.parse(texts, spec['annotations'] ?? {})),
    provenance: provenance === 'none' ? '' : provenance,
    ...chosen(spec['notificationSettings']),
    source,
  };
}

function chosen(value: unknown): Pick<RuleRouting, 'receiver' | 'policyTree' | 'settings'> {
  const settings = v.parse(settingsForm, value) ?? undefined;
  const policyTree = otherTree(v.parse(text, settings?.['policy']));
  return { settings, receiver: v.parse(text, settings?.['receiver']) || undefined, policyTree };
}

const partOf = (source: Raw, name: string): Raw => v.parse(v.fallback(raw, {}), source[name]);

/** The rule as it was read, with other settings for its notifications. */
export function ruleToWire(settings: Raw | undefined, { source }: RuleRouting, api: 'provisioning' | 'platform'): Raw {
  return api === 'provisioning'
    ? withSettings(source, 'notification_settings', settings)
    : { ...source, spec: withSettings(partOf(source, 'spec'), 'notificationSettings', settings) };
}

/** Grafana shows a rule that chooses nothing with or without the field; either way it goes back as it came. */
function withSettings(object: Raw, name: string, value: Raw | undefined): Raw {
  if (value !== undefined) {
    return { ...object, [name]: value };
  }
  const { [name]: before, ...rest } = object;
  return before === null || before === undefined ? object : rest;
}
