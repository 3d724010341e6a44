import { t } from '@grafana/i18n';
import { FOLDER } from '../connection/desired/objects';
import type { ExportDocument } from '../connection/export/types';
import { verbatim } from '../ui/verbatim';

export type ExportFormat = 'terraform' | 'yaml' | 'json';

export interface Instruction {
  text: string;
  /** What to type, '' for nothing. */
  commands: string;
}

/** From the file to what it describes, step by step. @param root Grafana's address */
export function instructionsFor(format: ExportFormat, document: ExportDocument, root: string): Instruction[] {
  return format === 'terraform' ? forTerraform(document, root) : forFiles(document, root);
}

function forTerraform({ variables, text }: ExportDocument, root: string): Instruction[] {
  const withIrm = text.includes('resource "grafana_oncall_integration"');
  return [
    {
      text: withIrm
        ? t('export.terraform.access-irm', 'Give Terraform access to Grafana and IRM:')
        : t('export.terraform.access', 'Give Terraform access to Grafana, with a service account token of an Admin:'),
      commands: [
        `export GRAFANA_URL='${root}'`,
        "export GRAFANA_AUTH='<service account token>'",
        ...(withIrm
          ? ["export GRAFANA_ONCALL_URL='<URL of IRM’s API>'", "export GRAFANA_ONCALL_ACCESS_TOKEN='<token>'"]
          : []),
      ].join('\n'),
    },
    ...(variables.length > 0
      ? [
          {
            text: t('export.terraform.variables', 'Set what the file leaves out. URLs end with a slash:'),
            commands: variables.map(({ name, kind }) => `export TF_VAR_${name}='${placeholder(kind)}'`).join('\n'),
          },
        ]
      : []),
    {
      text: t(
        'export.terraform.plan',
        'Review the plan. In this Grafana it imports what exists and creates nothing. For another Grafana, remove the import blocks first.'
      ),
      commands: 'terraform init\nterraform plan',
    },
    { text: t('export.terraform.apply', 'Apply it:'), commands: 'terraform apply' },
  ];
}

function forFiles({ variables, fileName, text }: ExportDocument, root: string): Instruction[] {
  const hasRules = /^\s*"?groups"?:/m.test(text);
  const folder = JSON.stringify(FOLDER);
  return [
    ...(hasRules
      ? [
          {
            text: t(
              'export.file.folder',
              'Create the folder first. Grafana would create it with another UID, and the plugin would not find the heartbeats:'
            ),
            commands: `curl -X POST '${root}/api/folders' -H 'Authorization: Bearer <token>' -H 'Content-Type: application/json' -d '${folder}'`,
          },
        ]
      : []),
    ...(variables.length > 0
      ? [
          {
            text: t(
              'export.file.variables',
              "Set what the file leaves out in Grafana's environment. URLs end with a slash:"
            ),
            commands: variables.map(({ name, kind }) => `${name}='${placeholder(kind)}'`).join('\n'),
          },
        ]
      : []),
    {
      text: t(
        'export.file.copy',
        "Copy the file to Grafana's provisioning directory. Its objects can then only be changed in the file:"
      ),
      commands: `cp ${fileName} /etc/grafana/provisioning/alerting/`,
    },
    {
      text: t(
        'export.file.load',
        'Restart Grafana to set new variables, or reload the files as a server administrator:'
      ),
      commands: `curl -X POST -u admin '${root}/api/admin/provisioning/alerting/reload'`,
    },
  ];
}

const placeholder = (kind: 'address' | 'secret') =>
  kind === 'address'
    ? t('export.placeholder.address', '<HTTP endpoint from IRM>', verbatim({}))
    : t('export.placeholder.secret', '<secret>', verbatim({}));
