import { locationUtil } from '@grafana/data';
import { LinkButton } from '@grafana/ui';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof LinkButton> & {
  /** Path below Grafana's root, such as `/alerting/routes`. */
  href: string;
};

/**
 * A button that leads to a page within Grafana. `LinkButton` is a plain link, so it needs the sub-path that Grafana is
 * served under, or opening it in a new tab leaves Grafana; on a click Grafana takes the sub-path off again and changes
 * the page without loading it. `TextLink` goes through the router, which puts the sub-path in front by itself.
 */
export function InternalLinkButton(props: Props) {
  return <LinkButton {...props} href={locationUtil.assureBaseUrl(props.href)} />;
}
