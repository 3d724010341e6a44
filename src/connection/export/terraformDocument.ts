import { FOLDER } from '../desired/objects';
import { endpointUrl } from '../endpoint/integrationPath';
import type { IrmIntegration } from '../irm/irmPort';
import { isOursToChange } from '../model';
import { createPlaceholders } from './addresses';
import { attribute, block, quoted, resourcesIn, type HclBlock } from './hcl';
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
  const resources = resourcesIn(exported.terraform);
  const contactPoints = resources.filter(
    (one) => one.type === 'grafana_contact_point' && selection.contactPoints.has(textOf(one, 'name') ?? '')
  );
  const groups = resources.filter((one) => one.type === 'grafana_rule_group' && rulesIn(one, selection).length > 0);
  const policies = resources.filter(({ type }) => type === 'grafana_notification_policy');

  const labels = createNames();
  const groupLabels = createNames();
  const irmLabels = createNames();
  const irm = irmOf(subject).map(([id, integration]) => ({
    id,
    integration,
    label: irmLabels(slugOf(integration.name, integration.id)),
  }));
  const named = new Map(
    contactPoints.map((one) => {
      const name = textOf(one, 'name') ?? '';
      return [name, labels(slugOf(name, 'contact_point'))];
    })
  );
  const names = createPlaceholders(subject.connections, (name) => name);
  const references: References = {
    names,
    contactPoints: named,
    irm: new Map(irm.map(({ id, label }) => [id, label])),
  };
  const inOrganisation = (id: string) => `${subject.organisation}:${id}`;
  const imports: string[] = [];
  const resource = (type: string, label: string, lines: readonly string[], id: string) => {
    imports.push(
      block('import', [
        attribute('  ', 'to', `${type}.${label}`),
        attribute('  ', 'id', quoted(names.withoutTokens(id))),
      ])
    );
    return block(`resource "${type}" "${label}"`, lines);
  };

  const parts = [
    ...irm.map(({ integration, label }) =>
      resource('grafana_oncall_integration', label, irmLines(integration), integration.id)
    ),
    ...(groups.some(isInOwnFolder)
      ? [resource('grafana_folder', FOLDER_LABEL, folderLines(subject), inOrganisation(FOLDER.uid))]
      : []),
    ...contactPoints.flatMap((one) => {
      const name = textOf(one, 'name') ?? '';
      const read = selection.contactPoints.get(name);
      return read
        ? [
            resource(
              one.type,
              named.get(name) ?? one.label,
              contactPointLines(one, read, references),
              inOrganisation(name)
            ),
          ]
        : [];
    }),
    ...groups.map((one) => {
      const name = textOf(one, 'name') ?? '';
      const [rule] = rulesIn(one, selection);
      const label = groupLabels(slugOf(rule?.title ?? name, 'heartbeat'));
      return resource(
        one.type,
        label,
        ruleGroupLines(one, selection, references),
        inOrganisation(`${textOf(one, 'folder_uid')}:${name}`)
      );
    }),
    ...policies.map((one) => {
      const lines = policyLines(one, references, { isOpen: exported.policiesKeptBy === '' });
      return resource(one.type, 'policies', lines, inOrganisation('policies'));
    }),
  ];
  const referred = new Set(parts.flatMap((part) => [...part.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name)));
  const used = names.used().filter(({ name }) => referred.has(name));
  return {
    text: [HEAD, ...used.map(variableBlock), ...parts, ...imports].join('\n'),
    variables: used,
    notes: [
      ...notesOn(selection, {
        contactPoints: new Set(named.keys()),
        rules: new Set(groups.flatMap((one) => rulesIn(one, selection).flatMap(({ uid }) => uid ?? []))),
      }),
      ...keptElsewhere(selection),
      ...otherFolders(groups, selection),
      ...groups.flatMap((one) =>
        ruleCount(one) > rulesIn(one, selection).length
          ? [{ kind: 'sharedGroup', group: textOf(one, 'name') ?? '' } as const]
          : []
      ),
    ],
  };
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
function otherFolders(groups: readonly HclBlock[], selection: Selection): ExportNote[] {
  const paths = groups
    .filter((group) => !isInOwnFolder(group))
    .flatMap((group) => rulesIn(group, selection).map((rule) => rule.whereabouts?.folder.path ?? rule.folderUid));
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
