import { TextLink } from '@grafana/ui';
import { useLocation } from 'react-router';

/** To the details of a rule, with the list as it stands in the address; apart, so that only links follow the address. */
export function RuleLink({ uid, title }: { uid: string; title: string }) {
  const parameters = new URLSearchParams(useLocation().search);
  parameters.set('rule', uid);
  return (
    <TextLink href={`?${parameters}`} color="primary" inline={false}>
      {title}
    </TextLink>
  );
}
