import fc from 'fast-check';
import { parse } from 'yaml';
import { expanded } from '../../../sandbox/grafana/provisioningFile';
import { coreTime } from '../../../tests/support/coreTime';
import { heartbeatUrl } from '../endpoint/integrationPath';
import { connectionsOf } from '../ownership/connections';
import type { ProvisioningFile } from '../port/provisioningFile';
import type { GrafanaObjects } from '../reading/reading';
import { desiredConnection, endpoint, integration } from '../testing/fixtures';
import { made } from '../testing/planning';
import { exportDocuments } from './exportDocuments';
import { doubled } from './fileDocument';
import { attributeIn, escaped, quoted, resourcesIn, unquoted } from './hcl';
import type { ExportSubject } from './types';
import { toYaml } from './yaml';

/** Texts of people and of those who mean no good: any script, quotes, line ends, and what means something elsewhere. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('$', '{', '}', '%', '"', '\\', '\n', ':', '#', ' ', 'a', '-', '\u2028'),
    minLength: 1,
  }),
  fc.constantFrom('no', '1e3', '~', '- a', '${HOME}', '$${HOME}', '%{ if }', '$__env{HOME}', 'Größe', '[REDACTED]')
);

test('any text is the same text in Terraform’s language, and nothing in it is carried out', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(unquoted(escaped(given))).toBe(given);
      expect(quoted(given)).not.toMatch(/\n|(^|[^$])\$\{|(^|[^%])%\{/);
      expect(attributeIn(`  name = ${quoted(given)}`)?.text).toBe(given);
    })
  );
});

test.each([
  ['${a}', '"$${a}"'],
  ['$${a}', '"$$${a}"'],
  ['$a %', '"$a %"'],
  ['%{a', '"%%{a"'],
  ['\\b\b"', '"\\\\b\\u0008\\""'],
])('%j is written as %s', (given, written) => {
  expect(quoted(given)).toBe(written);
});

test.each(['größe', 'X-Key', '__dashboardUid__', '"a b"', '"\\"$${x}\\""'])('%s names an attribute', (name) => {
  expect(attributeIn(`    ${name}  = "x"`)).toEqual({ indent: '    ', name, value: '"x"', text: 'x' });
});

test('any value of JSON is the same in YAML', () => {
  const value = fc.dictionary(text, fc.jsonValue());
  fc.assert(
    fc.property(value, (given) => {
      const json: unknown = JSON.parse(JSON.stringify(given));
      expect(parse(toYaml({ any: json }))).toEqual({ any: json });
    })
  );
});

/** Grafana with a connection of this name, and how Grafana exports it, with dollar signs doubled or not. */
function grafanaWith(name: string, doubles: boolean) {
  const desired = desiredConnection({ contactPoint: { name, maxAlerts: 0, sendResolved: true } });
  const objects: GrafanaObjects = made(desired);
  const written = (plain: string) => (doubles ? doubled(plain) : plain);
  const file: ProvisioningFile = {
    contactPoints: objects.integrations.map((one) => ({
      orgId: 1,
      name: written(one.name),
      receivers: [{ uid: one.uid, type: one.type, settings: { url: written(one.url), password: '[REDACTED]' } }],
    })),
    groups: objects.rules.map((rule) => ({
      name: rule.group,
      folder: 'IRM heartbeats',
      rules: [
        {
          uid: rule.uid ?? '',
          title: written(rule.title),
          labels: Object.fromEntries(Object.entries(rule.labels).map(([key, label]) => [key, written(label)])),
          notification_settings: { receiver: written(rule.receiver) },
        },
      ],
    })),
  };
  const terraform = objects.integrations
    .map((one) =>
      [
        'resource "grafana_contact_point" "x" {',
        `  name = ${quoted(one.name)}`,
        '',
        '  webhook {',
        `    url                 = ${quoted(one.url)}`,
        '    basic_auth_password = "[REDACTED]"',
        '  }',
        '}',
      ].join('\n')
    )
    .join('\n\n');
  const subject: ExportSubject = { connections: connectionsOf(objects), objects, organisation: 1 };
  return { objects, documents: exportDocuments({ file, resources: resourcesIn(terraform) ?? [] }, subject) };
}

interface Read {
  contactPoints: Array<{ name: string; receivers: Array<{ settings: { url: string; password: string } }> }>;
  groups: Array<{ rules: Array<{ title: string; labels: object; notification_settings: { receiver: string } }> }>;
}

test('of a connection of any name no token leaves, and Grafana reads the file as what was exported', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (name, doubles) => {
      const { objects, documents } = grafanaWith(name, doubles);
      for (const document of Object.values(documents)) {
        expect(document.text).not.toContain(endpoint.token);
      }
      const { variables } = documents.yaml;
      const env = Object.fromEntries(
        variables.map((one) => [
          one.name,
          one.kind === 'address' ? heartbeatUrl(endpoint).replace('heartbeat/', '') : 'secret',
        ])
      );
      const read = parse(documents.yaml.text) as Read;
      expect(JSON.parse(documents.json.text)).toEqual(read);
      const pointsRead = read.contactPoints.map((point) => ({
        name: expanded(point.name, env),
        url: expanded(point.receivers[0]?.settings.url ?? '', env),
        password: expanded(point.receivers[0]?.settings.password ?? '', env),
      }));
      const points = objects.integrations.map((one) => ({ name: one.name, url: one.url, password: 'secret' }));
      expect(pointsRead).toEqual(points);
      const [rule] = read.groups.flatMap(({ rules }) => rules);
      expect(expanded(rule?.title ?? '', env)).toBe(objects.rules[0]?.title);
      expect(expanded(rule?.notification_settings.receiver ?? '', env)).toBe(objects.rules[0]?.receiver);
    }),
    { numRuns: 300 }
  );
});

test('Terraform names every variable once, declares each that it uses, and uses each that it declares', () => {
  fc.assert(
    fc.property(text, (name) => {
      const { documents } = grafanaWith(name, true);
      const declared = [...documents.terraform.text.matchAll(/^variable "(\w+)"/gm)].map(([, one]) => one);
      const used = new Set([...documents.terraform.text.matchAll(/\bvar\.(\w+)/g)].map(([, one]) => one));
      expect(new Set(declared)).toEqual(used);
      expect(declared).toHaveLength(used.size);
      expect(documents.terraform.text.match(/^resource "grafana_contact_point" "[a-z_][a-z0-9_]*" \{$/gm)).toHaveLength(
        2
      );
      expect(documents.terraform.notes.filter(({ kind }) => kind !== 'missing')).toEqual([]);
    })
  );
});

test('a header, a contact point of others beside ours, and an address of its own become variables, too', () => {
  const objects = made();
  const [alert] = objects.integrations;
  const mail = integration({ uid: 'chat', name: alert?.name ?? '', type: 'slack' });
  const file: ProvisioningFile = {
    contactPoints: [
      {
        name: alert?.name ?? '',
        receivers: [
          { uid: alert?.uid ?? '', type: 'webhook', settings: { url: alert?.url, headers: { 'X-Key': 'hidden' } } },
          { uid: 'chat', type: 'slack', settings: { url: '[REDACTED]', text: `see ${alert?.url}` } },
          { uid: 'hook', type: 'webhook', settings: { url: 'https://chat.example/T0K3N' } },
        ],
      },
      { name: 'of somebody else', receivers: [{ uid: 'else', type: 'email', settings: { addresses: 'a@b.c' } }] },
    ],
  };
  const withMail = { ...objects, integrations: [...objects.integrations, mail] };
  const subject = { connections: connectionsOf(objects), objects: withMail, organisation: 1 };
  const { yaml } = exportDocuments({ file, resources: [] }, subject);
  expect(yaml.text).not.toMatch(/hidden|T0K3N|somebody else/);
  expect(yaml.text).not.toContain(endpoint.token);
  expect(yaml.variables.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'IRM_PRODUCTION_URL address',
    'IRM_PRODUCTION_HEADERS_X_KEY secret',
    'IRM_PRODUCTION_URL_2 secret',
    'IRM_PRODUCTION_ADDRESS address',
  ]);
  expect(yaml.notes).toEqual([
    { kind: 'missing', object: 'contactPoint', name: 'IRM Production heartbeat' },
    { kind: 'missing', object: 'rule', name: objects.rules[0]?.title },
  ]);
});

test('1,000 connections are written within a moment', () => {
  const known = Array.from({ length: 1000 }, (_, number) => {
    const own = { ...endpoint, token: `T0ken${String(number).padStart(20, '0')}` };
    return made(
      desiredConnection({ endpoint: own, contactPoint: { name: `IRM ${number}`, maxAlerts: 0, sendResolved: true } })
    );
  });
  const integrations = known.flatMap((one, number) =>
    one.integrations.map((each) => ({ ...each, name: `${each.name} ${number}` }))
  );
  const objects: GrafanaObjects = { ...made(), integrations, rules: [] };
  const terraform = integrations
    .map(
      ({ name, url }) =>
        `resource "grafana_contact_point" "x" {\n  name = ${quoted(name)}\n\n  webhook {\n    url = ${quoted(url)}\n  }\n}`
    )
    .join('\n\n');
  const contactPoints = integrations.map(({ name, uid, type, url }) => ({
    name,
    receivers: [{ uid, type, settings: { url } }],
  }));
  const { result: documents, ms } = coreTime(() => {
    const subject = { connections: connectionsOf(objects), objects, organisation: 1 };
    return exportDocuments({ file: { contactPoints }, resources: resourcesIn(terraform) ?? [] }, subject);
  });
  expect(documents.terraform.variables).toHaveLength(1000);
  expect(documents.yaml.text).not.toMatch(/T0ken/);
  expect(ms).toBeLessThan(5000);
});
