import type { PolicyChange, RulePlan } from '../connection/route-alerts/types';

export interface Lines {
  yaml: string;
  hcl: string;
}

/** JSON's strings are YAML's, too; Terraform would take `${` and `%{` for the start of a template. */
const yamlText = (text: string) => JSON.stringify(text);
const hclText = (text: string) => JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');

/** What to write into a provisioning file or into Terraform for a change of policies; undefined for a removal. */
export function linesOfChange(change: PolicyChange): Lines | undefined {
  switch (change.kind) {
    case 'default':
      return { yaml: `receiver: ${yamlText(change.to)}`, hcl: `contact_point = ${hclText(change.to)}` };
    case 'added':
    case 'continue': {
      const { receiver, matchers, continue: goesOn } = change.policy;
      return {
        yaml: [
          `- receiver: ${yamlText(receiver)}`,
          '  object_matchers:',
          ...matchers.map(({ name, operator, value }) => `    - [${[name, operator, value].map(yamlText).join(', ')}]`),
          ...(goesOn ? ['  continue: true'] : []),
        ].join('\n'),
        hcl: [
          'policy {',
          `  contact_point = ${hclText(receiver)}`,
          ...(goesOn ? ['  continue      = true'] : []),
          ...matchers.flatMap(({ name, operator, value }) => [
            '  matcher {',
            `    label = ${hclText(name)}`,
            `    match = ${hclText(operator)}`,
            `    value = ${hclText(value)}`,
            '  }',
          ]),
          '}',
        ].join('\n'),
      };
    }
    case 'removed':
    case 'left':
      return undefined;
  }
}

/** The same for one rule; undefined where its own choice is to be taken out. */
export function linesOfRule({ receiver }: Pick<RulePlan, 'receiver'>): Lines | undefined {
  return receiver === undefined
    ? undefined
    : {
        yaml: `notification_settings:\n  receiver: ${yamlText(receiver)}`,
        hcl: `notification_settings {\n  contact_point = ${hclText(receiver)}\n}`,
      };
}
