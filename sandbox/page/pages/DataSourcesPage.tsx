import { config } from '@grafana/runtime';
import { Card } from '@grafana/ui';
import { Page } from '../layout/Page';

/** The data sources that rules can ask; they are the same in every sandbox. */
export default function DataSourcesPage() {
  return (
    <Page navId="datasources">
      {Object.values(config.datasources).map(({ uid, name, meta, isDefault }) => (
        <Card key={uid} noMargin={false}>
          <Card.Heading>{name}</Card.Heading>
          <Card.Meta>{[meta.name, `uid ${uid}`, isDefault ? 'default' : '']}</Card.Meta>
        </Card>
      ))}
    </Page>
  );
}
