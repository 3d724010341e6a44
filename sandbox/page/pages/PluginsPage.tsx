import { Badge, Card, EmptyState } from '@grafana/ui';
import { useChrome } from '../chrome/chromeState';
import { Page } from '../layout/Page';
import { inGrafana } from '../services/subPath';

export default function PluginsPage() {
  const app = useChrome('app');
  return (
    <Page navId="plugins">
      {!app && <EmptyState variant="not-found" message="No plugins" />}
      {app && (
        <Card noMargin={false} href={`/plugins/${app.id}`}>
          <Card.Heading>{app.name}</Card.Heading>
          <Card.Figure>
            <img src={inGrafana(`/${app.info.logos.small}`)} alt="" width="40" height="40" />
          </Card.Figure>
          <Card.Meta>{[`By ${app.info.author.name}`, `Version ${app.info.version}`]}</Card.Meta>
          <Card.Description>{app.info.description}</Card.Description>
          <Card.Tags>
            <Badge text={app.enabled ? 'Enabled' : 'Not enabled'} color={app.enabled ? 'green' : 'orange'} />
          </Card.Tags>
        </Card>
      )}
    </Page>
  );
}
