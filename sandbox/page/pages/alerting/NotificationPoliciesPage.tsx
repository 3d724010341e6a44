import { Alert, LoadingPlaceholder, Text, TextLink } from '@grafana/ui';
import { Page } from '../../layout/Page';
import { useApi } from '../../services/useApi';

interface Policy {
  receiver?: string;
  object_matchers?: string[][];
  group_by?: string[];
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  continue?: boolean;
  routes?: Policy[];
}

export default function NotificationPoliciesPage() {
  const { data, error } = useApi<Policy>('/api/v1/provisioning/policies', 5000);
  return (
    <Page navId="am-routes">
      {error && <Alert severity="error" title={error} />}
      {data ? <PolicyList policies={[data]} isRoot /> : !error && <LoadingPlaceholder text="Loading policies..." />}
    </Page>
  );
}

function PolicyList({ policies, isRoot }: { policies: Policy[]; isRoot?: boolean }) {
  return (
    <ul style={{ paddingLeft: 24 }}>
      {policies.map((policy, index) => (
        <li key={index}>
          <strong>{isRoot ? 'Default policy' : matchersOf(policy)}</strong> delivers to{' '}
          {policy.receiver ? (
            <TextLink href={`/alerting/notifications?search=${encodeURIComponent(policy.receiver)}`}>
              {policy.receiver}
            </TextLink>
          ) : (
            'the contact point above'
          )}{' '}
          <Text color="secondary">{timingOf(policy)}</Text>
          {policy.routes && <PolicyList policies={policy.routes} />}
        </li>
      ))}
    </ul>
  );
}

function matchersOf({ object_matchers: matchers = [] }: Policy): string {
  return matchers.map((parts) => parts.join(' ')).join(', ') || 'All alerts';
}

function timingOf(policy: Policy): string {
  const parts = [
    policy.group_by?.length && `grouped by ${policy.group_by.join(', ')}`,
    policy.group_wait && `group wait ${policy.group_wait}`,
    policy.group_interval && `group interval ${policy.group_interval}`,
    policy.repeat_interval && `repeat interval ${policy.repeat_interval}`,
    policy.continue && 'continues with the next policy',
  ];
  return parts.filter(Boolean).join(' · ');
}
