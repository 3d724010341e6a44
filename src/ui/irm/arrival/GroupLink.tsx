import { TextLink } from '@grafana/ui';
import type { GroupToResolve } from '../../../connection/irm/arrivalResolve';

/** The id of an alert group as a link to its page in IRM, as far as IRM names one. */
export function GroupLink({ group: { id, link } }: { group: GroupToResolve }) {
  return link === undefined ? (
    <code>{id}</code>
  ) : (
    <TextLink href={link} external inline>
      {id}
    </TextLink>
  );
}
