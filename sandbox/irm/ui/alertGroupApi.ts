import { type Context, Hono } from 'hono';
import { acknowledgeGroup, resolveGroup, stateAt } from '../alertGroups';
import type { IrmContext } from '../context';
import type { AlertGroup } from '../model';
import { userWithRole } from '../organization';
import { silenceChange } from './input';
import { withInput } from './withInput';

/** What a person does with an alert group on the page, always as the admin. */
export function alertGroupApi({ store, clock, maintenances }: IrmContext): Hono {
  type WithGroup = (c: Context, group: AlertGroup) => Response | Promise<Response>;
  const withGroup = (run: WithGroup) => (c: Context) => {
    const group = store.alertGroups.get(c.req.param('id') ?? '');
    return group ? run(c, group) : c.json({ error: 'There is no such alert group.' }, 404);
  };
  const shown = (group: AlertGroup) => ({ id: group.id, state: stateAt(group, clock.now()) });

  /** An action that only makes sense while the alert group is open. */
  const whileOpen = (run: WithGroup) =>
    withGroup((c, group) => (group.status === 'resolved' ? c.json({ error: 'It is resolved.' }, 400) : run(c, group)));

  const acknowledge = whileOpen((c, group) => {
    acknowledgeGroup(group, userWithRole('admin').id, clock.now());
    return c.json(shown(group));
  });

  const silence = whileOpen((c, group) =>
    withInput(c, silenceChange, ({ seconds }) => {
      const since = clock.now();
      group.status = 'firing';
      group.silence = { since, until: seconds === null ? null : since + seconds * 1000 };
      return c.json(shown(group));
    })
  );

  const unsilence = whileOpen((c, group) => {
    group.silence = null;
    return c.json(shown(group));
  });

  const resolve = withGroup((c, group) => {
    if (!maintenances.endOfCollecting(group)) {
      resolveGroup(group, userWithRole('admin').id, clock.now());
    }
    return c.json(shown(group));
  });

  return new Hono()
    .get(
      '/:id',
      withGroup((c, group) => c.json({ ...shown(group), title: group.title, payload: group.lastAlert.payload }))
    )
    .post('/:id/acknowledge', acknowledge)
    .post('/:id/silence', silence)
    .post('/:id/unsilence', unsilence)
    .post('/:id/resolve', resolve);
}
