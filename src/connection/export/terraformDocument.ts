import { FOLDER } from '../desired/objects';
import { endpointUrl } from '../endpoint/integrationPath';
import type { IrmIntegration } from '../irm/irmPort';
import { isOursToChange } from '../model';
import { createPlaceholders } from './addresses';
import { attribute, block, quoted, type HclBlock } from './hcl';
import { createNames, slugOf } from './names';
import { notesOn, selectionOf, type Selection } from './selection';
import {
  contactPointLines,
  FOLDER_LABEL,
  policyLines,
  ruleGroupLines,
  rulesIn,
  textOf,
  type References,
} from './terraformResources';
import type { ExportNote, ExportSubject, ExportVariable, GrafanaExport } from './types';

export interface TerraformText {
  text: string;
  variables: ExportVariable[];
  notes: ExportNote[];
}

/**
 * Grafana's export as a configuration of Terraform that works as it stands: with the folder, IRM's integrations where
 * they are known, references between resources, variables for addresses and secrets, and `import` blocks, so that what
 * is there is taken over and nothing is made twice (Terraform 1.5 and later; ids as the provider's documentation has
 * them). What can be edited in Grafana stays so, because the provider would make anew what changes in this.
 */
export function terraformTextOf(exported: GrafanaExport, subject: ExportSubject): TerraformText {
  const selection = selectionOf(subject);
  const { resources } = exported;
  const irm = labelledIrm(subject);
  const contactPoints = labelledContactPoints(resources, selection);
  const groups = labelledGroups(resources, selection);
  const policies = resources.filter(({ type }) => type === 'grafana_notification_policy');

  const names = createPlaceholders(subject.connections, (name) => name);
  const references: References = {
    names,
    contactPoints: new Map(contactPoints.map(({ name, label }) => [name, label])),
    irm: new Map(irm.map(({ id, label }) => [id, label])),
  };
  const inOrganisation = (id: string) => `${subject.organisation}:${id}`;
  const parts: Part[] = [
    ...irm.map(({ integration, label }) => ({
      ...{ type: 'grafana_oncall_integration', label },
      ...{ lines: irmLines(integration), id: integration.id },
    })),
    ...(groups.some(({ group }) => isInOwnFolder(group))
      ? [
          {
            ...{ type: 'grafana_folder', label: FOLDER_LABEL },
            ...{ lines: folderLines(subject), id: inOrganisation(FOLDER.uid) },
          },
        ]
      : []),
    ...contactPoints.map(({ resource, name, label, integration }) => ({
      ...{ type: resource.type, label },
      ...{ lines: contactPointLines(resource, integration, references), id: inOrganisation(name) },
    })),
    ...groups.map(({ group, label }) => ({
      ...{ type: group.type, label, lines: ruleGroupLines(group, selection, references) },
      id: inOrganisation(`${textOf(group, 'folder_uid')}:${nameOf(group)}`),
    })),
    ...policies.map((resource) => ({
      ...{ type: resource.type, label: 'policies' },
      lines: policyLines(resource, references, { isOpen: exported.policiesKeptBy === '' }),
      id: inOrganisation('policies'),
    })),
  ];

  const blocks = parts.map(({ type, label, lines }) => block(`resource "${type}" "${label}"`, lines));
  const imports = parts.map(({ type, label, id }) =>
    block('import', [attribute('  ', 'to', `${type}.${label}`), attribute('  ', 'id', quoted(names.withoutTokens(id)))])
  );
  const referred = new Set(blocks.flatMap((part) => [...part.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name)));
  const used = names.used().filter(({ name }) => referred.has(name));
  return {
    text: [HEAD, ...used.map(variableBlock), ...blocks, ...imports].join('\n'),
    variables: used,
    notes: notesFor(selection, contactPoints, groups),
  };
}

/** A resource, and the id under which the provider takes over what is there. */
interface Part {
  type: string;
  label: string;
  lines: readonly string[];
  id: string;
}

const nameOf = (resource: HclBlock) => textOf(resource, 'name') ?? '';

function labelledIrm(subject: ExportSubject) {
  const labels = createNames();
  return irmOf(subject).map(([id, integration]) => ({
    ...{ id, integration },
    label: labels(slugOf(integration.name, integration.id)),
  }));
}

type LabelledContactPoints = ReturnType<typeof labelledContactPoints>;

function labelledContactPoints(resources: readonly HclBlock[], { contactPoints }: Selection) {
  const labels = createNames();
  return resources
    .filter(({ type }) => type === 'grafana_contact_point')
    .flatMap((resource) => {
      const name = nameOf(resource);
      const integration = contactPoints.get(name);
      return integration ? [{ resource, name, integration, label: labels(slugOf(name, 'contact_point')) }] : [];
    });
}

type LabelledGroups = ReturnType<typeof labelledGroups>;

function labelledGroups(resources: readonly HclBlock[], selection: Selection) {
  const labels = createNames();
  return resources
    .filter(({ type }) => type === 'grafana_rule_group')
    .flatMap((group) => {
      const rules = rulesIn(group, selection);
      const [rule] = rules;
      return rule ? [{ group, rules, label: labels(slugOf(rule.title, 'heartbeat')) }] : [];
    });
}

function notesFor(selection: Selection, contactPoints: LabelledContactPoints, groups: LabelledGroups): ExportNote[] {
  return [
    ...notesOn(selection, {
      contactPoints: new Set(contactPoints.map(({ name }) => name)),
      rules: new Set(groups.flatMap(({ rules }) => rules.flatMap(({ uid }) => uid ?? []))),
    }),
    ...keptElsewhere(selection),
    ...otherFolders(groups),
    ...groups
      .filter(({ group, rules }) => ruleCount(group) > rules.length)
      .map(({ group }) => ({ kind: 'sharedGroup', group: nameOf(group) }) as const),
  ];
}

const HEAD = `terraform {
  required_version = ">= 1.5"

  required_providers {
    grafana = {
      source = "grafana/grafana"
    }
  }
}

provider "grafana" {}
`;

const variableBlock = ({ name, contactPoint, setting }: ExportVariable) =>
  block(`variable ${quoted(name)}`, [
    attribute('  ', 'description', quoted(`${setting} of the contact point ${contactPoint}`)),
    attribute('  ', 'type', 'string'),
    attribute('  ', 'sensitive', 'true'),
  ]);

/** Types with an HTTP endpoint that the provider knows; it refuses all others, such as `legacy_alertmanager`. */
const IRM_TYPES: readonly string[] = [
  ...['grafana', 'grafana_alerting', 'webhook', 'alertmanager', 'kapacitor', 'fabric', 'newrelic', 'datadog'],
  ...['pagerduty', 'pingdom', 'elastalert', 'amazon_sns', 'curler', 'sentry', 'formatted_webhook', 'stackdriver'],
  ...['uptimerobot', 'zabbix', 'prtg', 'jira', 'zendesk'],
];

/** IRM's integrations whose address is the very one that Grafana sends to, as far as the provider knows their type. */
function irmOf({ connections, irm }: ExportSubject): Array<[string, IrmIntegration]> {
  return connections.flatMap((connection): Array<[string, IrmIntegration]> => {
    const integration = irm?.get(connection.id);
    const isSame = integration?.endpoint && endpointUrl(integration.endpoint) === endpointUrl(connection.endpoint);
    return integration && isSame && IRM_TYPES.includes(integration.type) ? [[connection.id, integration]] : [];
  });
}

/** What the plugin does not know of an integration is left as it is in IRM, because of `ignore_changes`. */
function irmLines({ name, type, teamId, escalationChainId, templates }: IrmIntegration): string[] {
  const { groupingKey, resolveSignal } = templates;
  const own = [
    ...(groupingKey === undefined ? [] : [attribute('    ', 'grouping_key', quoted(groupingKey))]),
    ...(resolveSignal === undefined ? [] : [attribute('    ', 'resolve_signal', quoted(resolveSignal))]),
  ];
  return [
    attribute('  ', 'name', quoted(name)),
    attribute('  ', 'type', quoted(type)),
    ...(teamId === undefined ? [] : [attribute('  ', 'team_id', quoted(teamId))]),
    '',
    '  default_route {',
    ...(escalationChainId === undefined ? [] : [attribute('    ', 'escalation_chain_id', quoted(escalationChainId))]),
    '  }',
    ...(own.length > 0 ? ['', '  templates {', ...own, '  }'] : []),
    '',
    '  lifecycle {',
    '    ignore_changes = [default_route, templates, labels, dynamic_labels]',
    '  }',
  ];
}

const folderLines = ({ objects }: ExportSubject): string[] => [
  attribute('  ', 'uid', quoted(FOLDER.uid)),
  attribute('  ', 'title', quoted(objects.folder.title ?? FOLDER.title)),
  attribute('  ', 'prevent_destroy_if_not_empty', 'true'),
];

const isInOwnFolder = (group: HclBlock) => textOf(group, 'folder_uid') === FOLDER.uid;

/** Whose they are is not known, so that they are named and not taken over. */
function otherFolders(groups: LabelledGroups): ExportNote[] {
  const paths = groups
    .filter(({ group }) => !isInOwnFolder(group))
    .flatMap(({ rules }) => rules.map((rule) => rule.whereabouts?.folder.path ?? rule.folderUid));
  return paths.length > 0 ? [{ kind: 'folders', paths: [...new Set(paths)] }] : [];
}

const ruleCount = ({ lines }: HclBlock) => lines.filter((line) => line === '  rule {').length;

/** Each name once: a contact point of two integrations is one object. */
const keptElsewhere = ({ contactPoints, rules }: Selection): ExportNote[] =>
  [
    ...[...contactPoints.values()].map(({ name, provenance }) => ({ name, provenance })),
    ...[...rules.values()].map(({ title: name, provenance }) => ({ name, provenance })),
  ]
    .filter(({ provenance }) => !isOursToChange(provenance))
    .map(({ name }) => ({ kind: 'keptElsewhere', name }));
