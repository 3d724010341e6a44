import * as z from '../../transport/zod';
import { intervalIn, otherTree } from './alertRules';
import type { Raw, RuleRouting } from '../../connection/route-alerts/types';

const raw = z.record(z.string(), z.unknown());
const texts = z.catch(z.record(z.string(), z.string()), {});

/** What every rule has, by each API: an answer without it is no rule, and says nothing of where one sends. */
const marks = {
  provisioning: z.looseObject({ uid: z.string(), title: z.string(), folderUID: z.string() }),
  platform: z.looseObject({
    metadata: z.looseObject({ name: z.string() }),
    spec: z.looseObject({ title: z.string() }),
  }),
};

/** A rule as it came, so that it goes back with its fields in their order. */
export const rawRule = (api: keyof typeof marks) => raw.check(z.refine((body) => marks[api].safeParse(body).success));

const text = z.catch(z.string(), '');
const settingsForm = z.catch(z.nullish(raw), undefined);

/** Reads a rule of the provisioning API (alert-rules.json, "get"). */
export function ruleFromProvisioning(source: Raw): RuleRouting {
  return {
    uid: text.parse(source['uid']),
    title: text.parse(source['title']),
    labels: texts.parse(source['labels'] ?? {}),
    heartbeatInterval: intervalIn(texts.parse(source['annotations'] ?? {})),
    provenance: text.parse(source['provenance']),
    ...chosen(source['notification_settings']),
    source,
  };
}

/** Reads a rule that is an object of its own (app-platform-rules.json, "get"). */
export function ruleFromObject(source: Raw): RuleRouting {
  const [metadata, spec] = [partOf(source, 'metadata'), partOf(source, 'spec')];
  const annotations = texts.parse(metadata['annotations'] ?? {});
  const provenance = annotations['grafana.com/provenance'] ?? '';
  return {
    uid: text.parse(metadata['name']),
    title: text.parse(spec['title']),
    labels: texts.parse(spec['labels'] ?? {}),
    heartbeatInterval: intervalIn(texts.parse(spec['annotations'] ?? {})),
    provenance: provenance === 'none' ? '' : provenance,
    ...chosen(spec['notificationSettings']),
    source,
  };
}

function chosen(value: unknown): Pick<RuleRouting, 'receiver' | 'policyTree' | 'settings'> {
  const settings = settingsForm.parse(value) ?? undefined;
  const policyTree = otherTree(text.parse(settings?.['policy']));
  return { settings, receiver: text.parse(settings?.['receiver']) || undefined, policyTree };
}

const partOf = (source: Raw, name: string): Raw => z.catch(raw, {}).parse(source[name]);

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
