import { FOLDER } from '../desired/objects';
import type { HeartbeatRule, Integration } from '../model';
import { STORED_SECRET } from '../webhook/access';
import type { Address, Placeholders } from './addresses';
import {
  attribute,
  attributeIn,
  escaped,
  headIn,
  quoted,
  withoutQuotes,
  type HclAttribute,
  type HclBlock,
} from './hcl';
import { groupKey, type Selection } from './selection';

/** What references are made of. */
export interface References {
  names: Placeholders;
  /** Labels of the contact points that are exported, by their names. */
  contactPoints: ReadonlyMap<string, string>;
  /** Labels of IRM's integrations that are exported, by connection. */
  irm: ReadonlyMap<string, string>;
}

/** The text of an attribute on the outermost level of a resource. */
export const textOf = ({ lines }: HclBlock, name: string): string | undefined =>
  lines.map(attributeIn).find((found) => found?.indent === '  ' && found.name === name)?.text;

const OPEN_TO_OTHERS = attribute('  ', 'disable_provenance', 'true');

/**
 * What a webhook carries for a gateway under the names of the provider: Grafana's export calls both by those of its own
 * settings, and the first one is a map for the provider (docs/facts.md#exports-and-files).
 */
const OPENED: Readonly<Record<string, string>> = { tlsConfig: 'tls_config = {', hmacConfig: 'hmac_config {' };

/** A contact point without addresses and secrets; one that can be edited in Grafana stays so. */
export function contactPointLines(resource: HclBlock, read: Integration, references: References): string[] {
  /** Names of the blocks and maps that a line stands in, without those of the provider. */
  const place: string[] = [];
  return resource.lines.flatMap((line) => {
    const head = headIn(line);
    if (head) {
      const opened = place.length === 1 ? OPENED[head.name] : undefined;
      place.push(opened?.split(' ')[0] ?? head.name);
      return [opened === undefined ? line : head.indent + opened];
    }
    if (/^\s*\}$/.test(line)) {
      place.pop();
      return [line];
    }
    const found = attributeIn(line);
    if (!found) {
      return [references.names.withoutTokens(line)];
    }
    const isName = place.length === 0 && found.name === 'name';
    return isName
      ? [line, ...(read.provenance === 'none' ? [OPEN_TO_OTHERS] : [])]
      : [settingLine(found, line, { references, contactPoint: read.name, within: place.slice(1) })];
  });
}

interface Setting {
  references: References;
  contactPoint: string;
  /** The blocks and maps of the receiver that it stands in. */
  within: readonly string[];
}

/** A setting of a receiver without what must not be in it. */
function settingLine(found: HclAttribute, line: string, { references, contactPoint, within }: Setting): string {
  const { names, irm } = references;
  const { indent, name, text } = found;
  if (text === STORED_SECRET || (within[0] === 'headers' && text)) {
    const setting = [...within, withoutQuotes(name)].join(' ');
    return attribute(indent, name, `var.${names.secret(contactPoint, setting)}`);
  }
  return name === 'url' && within.length === 0 && text
    ? attribute(indent, name, addressIn(names.address(text, contactPoint), irm))
    : withoutTokens(found, line, names);
}

function addressIn({ variable, suffix, connectionId }: Address, irm: References['irm']): string {
  const label = irm.get(connectionId);
  const base = label === undefined ? `var.${variable}` : `grafana_oncall_integration.${label}.link`;
  return suffix === '' ? base : `"\${${base}}${escaped(suffix)}"`;
}

/** The heartbeat rules that a rule group holds. */
export const rulesIn = (group: HclBlock, { groups }: Selection): readonly HeartbeatRule[] =>
  groups.get(groupKey(textOf(group, 'folder_uid') ?? '', textOf(group, 'name') ?? '')) ?? [];

/**
 * A rule group with its rules' uids, which Grafana leaves out, and references to folder and contact points. Without the
 * organization: the provider refuses it beside a token, which belongs to one anyway.
 */
export function ruleGroupLines(resource: HclBlock, selection: Selection, references: References): string[] {
  const rules = rulesIn(resource, selection);
  const isOpen = rules.some(({ provenance }) => provenance === 'none');
  const hasUids = resource.lines.some(
    (line) => attributeIn(line)?.name === 'uid' && attributeIn(line)?.indent === '    '
  );
  return resource.lines.flatMap((line) => {
    const found = attributeIn(line);
    if (!found) {
      return [line];
    }
    const { indent, name, text } = found;
    if (indent === '  ' && name === 'org_id') {
      return [];
    }
    if (indent === '  ' && name === 'folder_uid' && text === FOLDER.uid) {
      return [attribute(indent, name, `grafana_folder.${FOLDER_LABEL}.uid`)];
    }
    if (indent === '  ' && name === 'interval_seconds' && isOpen) {
      return [line, OPEN_TO_OTHERS];
    }
    if (indent === '    ' && name === 'name' && !hasUids) {
      const uid = rules.find(({ title }) => title === text)?.uid;
      return [...(uid === undefined ? [] : [attribute(indent, 'uid', quoted(uid))]), line];
    }
    return [referring(found, line, references)];
  });
}

/**
 * Notification policies that refer to the contact points that are exported with them; open ones stay so. The provider
 * wants to be told that the default policy groups by nothing, which Grafana leaves out.
 */
export function policyLines(resource: HclBlock, references: References, { isOpen }: { isOpen: boolean }): string[] {
  const grouping = hasAttribute(resource, 'group_by') ? [] : [attribute('  ', 'group_by', '[]')];
  return resource.lines.flatMap((line) => {
    const found = attributeIn(line);
    if (!found) {
      return [line];
    }
    const isDefault = found.indent === '  ' && found.name === 'contact_point';
    return [
      referring(found, line, references),
      ...(isDefault ? [...(isOpen ? [OPEN_TO_OTHERS] : []), ...grouping] : []),
    ];
  });
}

const hasAttribute = ({ lines }: HclBlock, name: string): boolean =>
  lines.map(attributeIn).some((found) => found?.indent === '  ' && found.name === name);

function referring(found: HclAttribute, line: string, { names, contactPoints }: References): string {
  const label = found.name === 'contact_point' && found.text !== undefined ? contactPoints.get(found.text) : undefined;
  return label === undefined
    ? withoutTokens(found, line, names)
    : attribute(found.indent, found.name, `grafana_contact_point.${label}.name`);
}

function withoutTokens({ indent, name, text }: HclAttribute, line: string, names: Placeholders): string {
  const clean = text === undefined ? names.withoutTokens(line) : names.withoutTokens(text);
  return text === undefined || clean === text
    ? text === undefined
      ? clean
      : line
    : attribute(indent, name, quoted(clean));
}

/** Name of the folder's resource in Terraform's language. */
export const FOLDER_LABEL = FOLDER.uid.replaceAll('-', '_');
