import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Field, Icon, Input, useStyles2 } from '@grafana/ui';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'react-router-dom-v5-compat';
import { inGrafana } from '../services/subPath';

const users = ['admin / admin', 'editor / editorpass', 'viewer / viewerpass'];

export function SignInPage() {
  const styles = useStyles2(getStyles);
  const target = new URLSearchParams(useLocation().search).get('redirectTo') ?? '/';
  const [problem, setProblem] = useState('');
  const [isSending, setIsSending] = useState(false);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setIsSending(true);
    const answer = await send(String(fields.get('user')), String(fields.get('password')));
    if (answer) {
      setProblem(answer);
      setIsSending(false);
    } else {
      location.assign(inGrafana(target.startsWith('/') && !target.startsWith('//') ? target : '/'));
    }
  }

  return (
    <main className={styles.page}>
      <form className={styles.box} onSubmit={(event) => void signIn(event)}>
        <Icon name="grafana" size="xxxl" className={styles.logo} />
        <h1 className={styles.title}>Welcome to the sandbox</h1>
        {problem && <Alert severity="error" title={problem} />}
        <Field label="Email or username" htmlFor="user">
          <Input id="user" name="user" autoComplete="username" required autoFocus />
        </Field>
        <Field label="Password" htmlFor="password">
          <Input id="password" name="password" type="password" autoComplete="current-password" required />
        </Field>
        <Button type="submit" className={styles.button} disabled={isSending}>
          {isSending ? 'Logging in...' : 'Log in'}
        </Button>
        <div className={styles.hint}>
          A stand-in for Grafana. Users (name / password):
          <ul>
            {users.map((user) => (
              <li key={user}>{user}</li>
            ))}
          </ul>
        </div>
      </form>
    </main>
  );
}

/** What went wrong, or nothing. */
async function send(user: string, password: string): Promise<string | undefined> {
  try {
    const response = await fetch(inGrafana('/login'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password }),
    });
    const { message } = (await response.json()) as { message?: string };
    return response.ok ? undefined : (message ?? 'Login failed');
  } catch {
    return 'The sandbox does not answer. Is it still running?';
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    minHeight: '100vh',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: theme.spacing(2),
    background: theme.colors.background.canvas,
  }),
  box: css({
    width: 420,
    maxWidth: '100%',
    padding: theme.spacing(4),
    background: theme.colors.background.primary,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z2,
  }),
  logo: css({ display: 'block', margin: '0 auto', color: theme.colors.warning.main }),
  title: css({ textAlign: 'center', fontSize: theme.typography.h2.fontSize, margin: theme.spacing(2, 0, 4) }),
  button: css({ width: '100%', justifyContent: 'center' }),
  hint: css({
    marginTop: theme.spacing(3),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    ul: { margin: theme.spacing(0.5, 0, 0, 2) },
  }),
});
