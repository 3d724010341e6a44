import { TextLink } from '@grafana/ui';

/** A link to a page of the public documentation; opens beside this one. */
export function DocsLink({ href, children }: { href: string; children: string }) {
  return (
    <TextLink href={href} external inline variant="bodySmall">
      {children}
    </TextLink>
  );
}
