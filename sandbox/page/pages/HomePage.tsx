import { Card, Stack, Text } from '@grafana/ui';
import { findById } from '../chrome/navTree';
import { useChrome } from '../chrome/chromeState';
import { Page } from '../layout/Page';
import { serverFact } from '../services/serverFact';
import { session } from '../services/session';

const irmUrl = serverFact('irm-url');

export function HomePage() {
  const app = useChrome('app');
  const navTree = useChrome('navTree');
  const start = findById(navTree, `plugin-page-${app?.id ?? ''}`)?.url;
  return (
    <Page navId="home" renderTitle={() => <h1>Welcome to the sandbox</h1>}>
      <Stack direction="column" gap={2}>
        <Text color="secondary">
          A stand-in for Grafana and one for IRM, with real deliveries between them. Nothing here leaves this machine.
        </Text>
        <div>
          {start && <Shortcut href={start} title={app?.name ?? ''} text="Start the guided setup." />}
          {!start && session.isAdmin && (
            <Shortcut
              href={`/plugins/${app?.id ?? ''}`}
              title={`Enable ${app?.name ?? 'the plugin'}`}
              text="It is switched off."
            />
          )}
          {irmUrl && (
            <Shortcut href={irmUrl} title="IRM" text={`The stand-in IRM at ${irmUrl}, in a new tab.`} isOutside />
          )}
          <Shortcut
            href="/alerting/list"
            title="Alert rules"
            text="Rules and contact points that the stand-in Grafana has."
          />
          {session.isAdmin && (
            <Shortcut
              href="/org/serviceaccounts"
              title="Service accounts"
              text="Make a token for the plugin's backend proxy."
            />
          )}
        </div>
      </Stack>
    </Page>
  );
}

interface ShortcutProps {
  href: string;
  title: string;
  text: string;
  isOutside?: boolean;
}

function Shortcut({ href, title, text, isOutside }: ShortcutProps) {
  const open = isOutside ? () => window.open(href, '_blank', 'noopener') : undefined;
  return (
    <Card noMargin={false} href={isOutside ? undefined : href} onClick={open}>
      <Card.Heading>{title}</Card.Heading>
      <Card.Description>{text}</Card.Description>
    </Card>
  );
}
