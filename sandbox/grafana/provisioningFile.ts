import { parseDuration } from './alerting/duration';
import type { ProvisionedRule } from './alerting/provision';
import { shortUid } from './ids';
import type { ProvisionedObjects } from './provisioned';
import { asObject, asText, isObject, type JsonObject } from './requestBody';

interface Around {
  /** The environment that Grafana was started with. */
  env: Readonly<Record<string, string>>;
  /** Folders that are there. A group names its folder by title, and gets one with a uid of chance where there is none. */
  folders: ReadonlyArray<{ uid: string; title: string }>;
}

/**
 * A parsed file of Grafana's provisioning of alerting as the objects that it makes. Variables of the environment stand
 * in every text but annotations and queries, `$$` is a dollar sign; throws where Grafana does not start (read, not
 * recorded).
 */
export function objectsOfFile(content: unknown, { env, folders }: Around): ProvisionedObjects {
  const file = asObject(content);
  const made = folders.map((folder) => ({ ...folder }));
  const folderUidOf = (title: string): string => {
    const there = made.find((folder) => folder.title === title);
    if (there) {
      return there.uid;
    }
    const uid = shortUid();
    made.push({ uid, title });
    return uid;
  };
  const contactPoints = listOf(file.contactPoints).flatMap((point) => {
    const name = required(expanded(asText(point.name), env), 'no name is set');
    return listOf(point.receivers).map((receiver) => ({
      name,
      uid: required(expanded(asText(receiver.uid), env), `${name}: no uid is set`),
      type: required(expanded(asText(receiver.type), env), `${name}: no type is set`),
      settings: asObject(inTexts(receiver.settings, env)),
      disableResolveMessage: receiver.disableResolveMessage === true,
    }));
  });
  const rules = listOf(file.groups).flatMap((group) => {
    const folder = required(expanded(asText(group.folder), env), 'rule group has no folder set');
    const ruleGroup = required(expanded(asText(group.name), env), 'rule group has no name set');
    const interval = (parseDuration(asText(group.interval)) ?? 0) / 1000;
    return listOf(group.rules).map((rule): ProvisionedRule => ({
      ...asObject(inTexts(rule, env)),
      uid: required(expanded(asText(rule.uid), env), 'no UID set'),
      title: required(expanded(asText(rule.title), env), 'rule has no title set'),
      keep_firing_for: rule.keepFiringFor,
      annotations: rule.annotations,
      data: rule.data,
      ...{ folder, folderUID: folderUidOf(folder), ruleGroup, interval },
    }));
  });
  const [tree] = listOf(file.policies).map((policy) => asObject(inTexts(policy, env)));
  return { contactPoints, rules, ...(tree && { policies: { tree } }) };
}

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function required(text: string, problem: string): string {
  if (text.trim() === '') {
    throw new Error(`Failed to provision alerting: ${problem}`);
  }
  return text;
}

/** Braces first, then both spellings once more, so that a dollar sign in a value is taken for a variable after braces. */
export function expanded(text: string, env: Around['env']): string {
  const valueOf = (name: string) => env[name] ?? '';
  return text
    .split('$$')
    .map((part) =>
      part
        .replace(/\$(?:__env)?\{([^}]+)\}/g, (_, name: string) => valueOf(name))
        .replace(/\$\{(\w+)\}|\$([A-Za-z_]\w*|[\d*#$@!?-])/g, (_, braced?: string, bare = '') =>
          valueOf(braced ?? bare)
        )
    )
    .join('$');
}

function inTexts(value: unknown, env: Around['env']): unknown {
  if (typeof value === 'string') {
    return expanded(value, env);
  }
  if (Array.isArray(value)) {
    return value.map((item) => inTexts(item, env));
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inTexts(inner, env)]))
    : value;
}
