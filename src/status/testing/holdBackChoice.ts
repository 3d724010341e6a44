import type { stage } from './stage';

/** Where Grafana tells which Alertmanagers get alerts. */
export const ALERTMANAGERS = '/api/v1/ngalert';

/** Holds back that choice, with one external Alertmanager, and answers how to let it come. */
export function holdBackChoice(on: ReturnType<typeof stage>, choice: 'internal' | 'external') {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  on.world.failWith((path) =>
    path === ALERTMANAGERS
      ? gate.then(() => Response.json({ alertmanagersChoice: choice, numExternalAlertmanagers: 1 }))
      : undefined
  );
  return async () => {
    release();
    await on.settle();
  };
}
