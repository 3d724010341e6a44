import { config } from '@grafana/runtime';
import * as v from 'valibot';

/** `session`: for this tab until it is closed. `local`: for all pages of this browser, until somebody clears it. */
type Where = 'session' | 'local';

/** Whose it is: what holds in one organization says nothing of another, and several Grafanas may stand at one host. */
type Scope = 'organization' | 'grafana';

/** One value that a browser keeps for the plugin. Both storages are open to whoever uses the browser: no token, no address. */
interface Kept<T> {
  /** Undefined where nothing is kept, and where it has another form, as an earlier version may have written it. */
  read(): T | undefined;
  /** What is not of the form is not kept. A browser that keeps nothing (private mode, full storage) loses it. */
  write(value: T): void;
  forget(): void;
}

/** @param form what is kept, and all that is: fields that it does not name are left out */
export function kept<T>(
  where: Where,
  name: string,
  form: v.GenericSchema<unknown, T>,
  scope: Scope = 'organization'
): Kept<T> {
  const key = () => [name, config.appSubUrl, ...(scope === 'organization' ? [config.namespace] : [])].join(':');
  // Where storage is switched off, asking for it throws already.
  const storage = () => (where === 'session' ? window.sessionStorage : window.localStorage);
  return {
    read() {
      try {
        return v.parse(form, JSON.parse(storage().getItem(key()) ?? ''));
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        storage().setItem(key(), JSON.stringify(v.parse(form, value)));
      } catch {
        // Whoever keeps something can do without it.
      }
    },
    forget() {
      try {
        storage().removeItem(key());
      } catch {
        // As above.
      }
    },
  };
}
