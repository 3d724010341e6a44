import { getBackendSrv } from '@grafana/runtime';
import { Alert, Button, Card, ClipboardButton, Combobox, EmptyState, Field, Input, Stack } from '@grafana/ui';
import { useState, type FormEvent } from 'react';
import { Page } from '../layout/Page';
import { useApi } from '../services/useApi';
import { breakAnywhere } from './styles';

interface ServiceAccount {
  id: number;
  name: string;
  role: string;
  tokens: number;
}

const roles = ['Viewer', 'Editor', 'Admin'].map((value) => ({ value, label: value }));

/** Grafana takes a name only once. */
const tokenName = (account: string) => `${account}-${Date.now().toString(36)}`;

export default function ServiceAccountsPage() {
  const { data, error, reload } = useApi<{ serviceAccounts: ServiceAccount[] }>(
    '/api/serviceaccounts/search?perpage=100'
  );
  const [token, setToken] = useState<{ account: string; key: string }>();

  async function addToken({ id, name }: ServiceAccount) {
    const { key } = await getBackendSrv().post<{ key: string }>(`/api/serviceaccounts/${id}/tokens`, {
      name: tokenName(name),
    });
    setToken({ account: name, key });
    reload();
  }

  return (
    <Page navId="serviceaccounts">
      <Stack direction="column" gap={2}>
        <NewAccount onAdded={reload} />
        {error && <Alert severity="error" title={error} />}
        {token && (
          <Alert severity="success" title={`Token of ${token.account}`} onRemove={() => setToken(undefined)}>
            <p>Copy it now: it is shown only once.</p>
            <Stack alignItems="center" gap={1} wrap="wrap">
              <code className={breakAnywhere}>{token.key}</code>
              <ClipboardButton icon="copy" size="sm" variant="secondary" getText={() => token.key}>
                Copy
              </ClipboardButton>
            </Stack>
          </Alert>
        )}
        {data?.serviceAccounts.length === 0 && <EmptyState variant="not-found" message="No service accounts yet" />}
        <div>
          {data?.serviceAccounts.map((account) => (
            <Card key={account.id} noMargin={false}>
              <Card.Heading>{account.name}</Card.Heading>
              <Card.Meta>{[account.role, account.tokens === 1 ? '1 token' : `${account.tokens} tokens`]}</Card.Meta>
              <Card.Actions>
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={`Add service account token to ${account.name}`}
                  onClick={() => void addToken(account)}
                >
                  Add service account token
                </Button>
              </Card.Actions>
            </Card>
          ))}
        </div>
      </Stack>
    </Page>
  );
}

function NewAccount({ onAdded }: { onAdded: () => void }) {
  const [name, setName] = useState('plugin');
  const [role, setRole] = useState('Editor');

  async function add(event: FormEvent) {
    event.preventDefault();
    await getBackendSrv()
      .post('/api/serviceaccounts', { name, role, isDisabled: false })
      .then(onAdded, () => undefined);
  }

  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack alignItems="flex-end" gap={2} wrap="wrap">
        <Field label="Display name" htmlFor="account-name" noMargin>
          <Input id="account-name" value={name} required onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Field label="Role" htmlFor="account-role" noMargin>
          <Combobox
            id="account-role"
            width={20}
            options={roles}
            value={role}
            onChange={({ value }) => setRole(value)}
          />
        </Field>
        <Button type="submit">Add service account</Button>
      </Stack>
    </form>
  );
}
