import { EmptyState, TextLink } from '@grafana/ui';
import { Page } from '../layout/Page';

interface NotFoundPageProps {
  title?: string;
  text?: string;
}

export function NotFoundPage({ title = 'Page not found', text = 'The sandbox has no such page.' }: NotFoundPageProps) {
  return (
    <Page pageNav={{ text: title }}>
      <EmptyState variant="not-found" message={title} role="alert">
        {text} <TextLink href="/">Return home</TextLink>
      </EmptyState>
    </Page>
  );
}
