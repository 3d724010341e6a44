import { locationUtil } from '@grafana/data';
import { Icon, LinkButton, Stack } from '@grafana/ui';
import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<typeof LinkButton>, 'iconPlacement'> & {
  /** Path below Grafana's root, such as `/alerting/routes`. */
  href: string;
  /** Whether an arrow stands behind the words, for a step forward: `LinkButton` itself has icons in front only. */
  leadsOn?: boolean;
};

/**
 * A button that leads to a page within Grafana. `LinkButton` is a plain link, so it needs the sub-path that Grafana is
 * served under, or opening it in a new tab leaves Grafana; on a click Grafana takes the sub-path off again and changes
 * the page without loading it. `TextLink` goes through the router, which puts the sub-path in front by itself.
 */
export function InternalLinkButton({ leadsOn = false, children, ...props }: Props) {
  return (
    <LinkButton {...props} href={locationUtil.assureBaseUrl(props.href)}>
      {leadsOn ? (
        <Stack direction="row" alignItems="center" gap={1}>
          {children}
          <Icon name="arrow-right" />
        </Stack>
      ) : (
        children
      )}
    </LinkButton>
  );
}
