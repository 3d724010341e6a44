import { dateTime } from '@grafana/data';
import { Badge, Card, Icon, Stack, Text, TextLink, type BadgeColor } from '@grafana/ui';
import { breakAnywhere } from '../styles';
import { ORIGIN, RulePluginLinks } from './RulePluginLinks';
import type { RuleDefinition, RuleGroupDefinition, RuleState } from './rules';

interface RuleGroupProps {
  group: RuleGroupDefinition & { folder: string };
  states: RuleState[];
  isOpen: boolean;
}

export function RuleGroup({ group, states, isOpen }: RuleGroupProps) {
  return (
    <section>
      <Stack alignItems="center" gap={1}>
        <Icon name="folder" />
        <h2 style={{ fontSize: 16, margin: 0 }}>{`${group.folder} / ${group.name}`}</h2>
        <Text color="secondary">{`every ${group.interval}`}</Text>
      </Stack>
      {group.rules.map((rule) => (
        <Rule
          key={rule.grafana_alert.uid}
          rule={rule}
          state={states.find(({ uid, name }) =>
            uid ? uid === rule.grafana_alert.uid : name === rule.grafana_alert.title
          )}
          isOpen={isOpen}
        />
      ))}
    </section>
  );
}

const colors: Record<string, BadgeColor> = { firing: 'red', alerting: 'red', pending: 'orange', inactive: 'green' };

interface RuleProps {
  rule: RuleDefinition;
  state: RuleState | undefined;
  isOpen: boolean;
}

function Rule({ rule, state, isOpen }: RuleProps) {
  const { title, uid, is_paused: isPaused, provenance, notification_settings: routing } = rule.grafana_alert;
  const receiver = routing?.receiver;
  const shownState = isPaused ? 'paused' : (state?.state ?? 'unknown');
  return (
    <Card noMargin={false}>
      <Card.Heading>
        {isOpen ? title : <TextLink href={`/alerting/grafana/${uid}/view`}>{title}</TextLink>}
      </Card.Heading>
      <Card.Meta>
        <Badge key="state" text={shownState} color={colors[shownState] ?? 'blue'} />
        {rule.labels?.[ORIGIN] && <Badge key="origin" text="Plugin" color="blue" icon="plug" />}
        {provenance && <Badge key="locked" text="Provisioned" color="purple" />}
        {state && `evaluated ${dateTime(state.lastEvaluation).format('HH:mm:ss')}`}
        {rule.for && `pending period ${rule.for}`}
      </Card.Meta>
      <Card.Description>
        {typeof receiver === 'string' && (
          <div>
            Delivered to{' '}
            <TextLink href={`/alerting/notifications?search=${encodeURIComponent(receiver)}`}>{receiver}</TextLink>
          </div>
        )}
        {isOpen && <Details rule={rule} />}
        {isOpen && <RulePluginLinks rule={rule} />}
      </Card.Description>
    </Card>
  );
}

function Details({ rule }: { rule: RuleDefinition }) {
  const { data = [], notification_settings: routing } = rule.grafana_alert;
  const facts: Record<string, unknown> = {
    ...Object.fromEntries(data.map(({ refId, model }) => [`Query ${refId}`, model.expression ?? model.expr ?? ''])),
    ...routing,
    ...Object.fromEntries(
      Object.entries(rule.labels ?? {})
        .filter(([name]) => name !== ORIGIN)
        .map(([name, value]) => [`Label ${name}`, value])
    ),
    ...Object.fromEntries(Object.entries(rule.annotations ?? {}).map(([name, value]) => [`Annotation ${name}`, value])),
  };
  return (
    <dl>
      {Object.entries(facts).map(([name, value]) => (
        <Stack key={name} gap={1}>
          <dt style={{ minWidth: 180 }}>{name}</dt>
          <dd className={breakAnywhere}>{String(value)}</dd>
        </Stack>
      ))}
    </dl>
  );
}
