import { css } from '@emotion/css';
import { AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2, type AlertVariant } from '@grafana/ui';
import { useCallback, useEffect, useState } from 'react';
import { appEvents } from '../services/appEvents';

interface Toast {
  id: number;
  severity: AlertVariant;
  title: string;
  text: string;
}

/** Which announcements are shown, as what, and for how long. */
const kinds = [
  { event: AppEvents.alertSuccess, severity: 'success', ms: 3000 },
  { event: AppEvents.alertInfo, severity: 'info', ms: 3000 },
  { event: AppEvents.alertWarning, severity: 'warning', ms: 5000 },
  { event: AppEvents.alertError, severity: 'error', ms: 7000 },
] as const;

let lastId = 0;

export function Notifications() {
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const remove = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);

  useEffect(() => {
    const subscriptions = kinds.map(({ event, severity, ms }) =>
      appEvents
        .getStream<{ type: string; payload: unknown }>({ type: event.name } as never)
        .subscribe(({ payload }) => {
          const [title, text] = (Array.isArray(payload) ? payload : [payload]) as unknown[];
          const toast = { id: ++lastId, severity, title: asText(title), text: asText(text) };
          setToasts((all) => [...all.filter((other) => !isSame(other, toast)), toast]);
          setTimeout(() => remove(toast.id), ms);
        })
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, [remove]);

  return (
    <div className={styles.list}>
      {toasts.map(({ id, severity, title, text }) => (
        <Alert key={id} severity={severity} title={title} elevated onRemove={() => remove(id)}>
          {text}
        </Alert>
      ))}
    </div>
  );
}

function isSame(a: Toast, b: Toast): boolean {
  return a.severity === b.severity && a.title === b.title && a.text === b.text;
}

function asText(value: unknown): string {
  return value instanceof Error ? value.message : value === undefined ? '' : String(value);
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'fixed',
    top: 48,
    right: theme.spacing(1),
    width: 420,
    maxWidth: `calc(100vw - ${theme.spacing(2)})`,
    zIndex: theme.zIndex.portal,
  }),
});
