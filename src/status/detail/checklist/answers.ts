import { t } from '@grafana/i18n';
import type { ChecklistId, ChecklistItem } from '../../../connection/health/checklist/types';
import { describeDeliveryFailure } from '../../../ui/describeDeliveryFailure';
import { describeRouting } from '../../../ui/health/describeRouting';
import { formatInterval } from '../../../ui/formatInterval';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';
import { formatMoment } from '../../../ui/formatMoment';

type Item<Id extends ChecklistId> = Extract<ChecklistItem, { id: Id }>;
type Answers = { [Id in ChecklistId]: (item: Item<Id>, at: (time: number) => string) => string };

/** What was found, in a few words. `now` is the server's time, epoch milliseconds. */
export function answer(item: ChecklistItem, now: number): string {
  // TypeScript does not see that the function under an id takes the item of that id.
  const find = ANSWERS[item.id] as (item: ChecklistItem, at: (time: number) => string) => string;
  return find(item, (time) => formatMoment(time, now));
}

const yes = () => t('status.answer.yes', 'Yes');
const notKnown = () => t('status.answer.not-known', 'Cannot be told');

const ANSWERS: Answers = {
  permission: ({ data: { refused } }) =>
    refused.length === 0
      ? yes()
      : t('status.answer.permission', '{{count}} parts could not be read', {
          count: refused.length,
          defaultValue_one: 'One part could not be read',
        }),
  alertmanager: ({ data: { choice, externalCount = 0 } }) =>
    choice === undefined
      ? notKnown()
      : choice === 'external'
        ? t('status.answer.external', 'No, only to external ones ({{count}})', { count: externalCount })
        : choice === 'all'
          ? t('status.answer.all', 'Yes, and to external ones, too')
          : yes(),
  rulePresent: ({ state, data: { title = '', folder } }) =>
    state === 'ok'
      ? t('status.answer.rule', 'Yes: {{title}}', verbatim({ title }))
      : state === 'problem'
        ? t('status.answer.rule-missing', 'No, it is missing')
        : folder === 'hidden'
          ? t('status.answer.rule-hidden', 'Its folder is missing, or you may not see it')
          : notKnown(),
  ruleRunning: ({ data: { isPaused } }) =>
    isPaused === undefined ? notKnown() : isPaused ? t('status.answer.paused', 'No, it is paused') : yes(),
  ruleUnchanged: ({ state, data: { drifts } }) =>
    state === 'unknown'
      ? notKnown()
      : drifts.length === 0
        ? yes()
        : t('status.answer.edited', 'No, {{count}} things differ', {
            count: drifts.length,
            defaultValue_one: 'No, something differs',
          }),
  ruleFires: ({ state, data: { firingSince } }, at) =>
    state === 'unknown'
      ? notKnown()
      : state === 'problem'
        ? t('status.answer.not-firing', 'No')
        : firingSince === undefined
          ? yes()
          : t('status.answer.firing', 'Yes, since {{time}}', verbatim({ time: at(firingSince) })),
  queryWorks: ({ state, data: { health } }) =>
    state === 'ok'
      ? yes()
      : state === 'unknown'
        ? notKnown()
        : health === 'nodata'
          ? t('status.answer.no-data', 'No, it finds no data')
          : health === 'silent'
            ? t('status.answer.source-silent', 'No, the data source did not answer')
            : t('status.answer.query-fails', 'No, it fails'),
  ruleEvaluated: ({ state, data: { lastEvaluation } }, at) =>
    lastEvaluation === undefined
      ? notKnown()
      : state === 'problem'
        ? t('status.answer.stalled', 'No, last at {{time}}', verbatim({ time: at(lastEvaluation) }))
        : t('status.answer.evaluated', 'Last at {{time}}', verbatim({ time: at(lastEvaluation) })),
  routing: ({ state, data: { receiver = '', wanted = '' } }) =>
    state === 'ok'
      ? t('status.answer.routed', 'Yes: {{receiver}}', verbatim({ receiver }))
      : state === 'unknown'
        ? notKnown()
        : receiver === ''
          ? t('status.answer.policies', 'No, it follows the notification policies')
          : t('status.answer.misrouted', 'No, to {{receiver}} instead of {{wanted}}', verbatim({ receiver, wanted })),
  timing: ({ state, data: { interval, gap } }) =>
    interval === undefined || gap === undefined
      ? state === 'problem'
        ? t('status.answer.timing-broken', 'No')
        : notKnown()
      : t('status.answer.timing', 'One every {{gap}}, and IRM waits {{interval}}', {
          ...verbatim({ gap: formatSeconds(gap), interval: formatInterval(interval) }),
        }),
  silence: ({ state, data: { silences, isInhibited } }) =>
    state === 'ok'
      ? yes()
      : state === 'unknown'
        ? notKnown()
        : silences.length > 0
          ? t('status.answer.silenced', 'No, {{count}} silences hold it back', {
              count: silences.length,
              defaultValue_one: 'No, a silence holds it back',
            })
          : isInhibited
            ? t('status.answer.inhibited', 'No, another alert inhibits it')
            : notKnown(),
  muteTiming: ({ state, data: { names } }) =>
    state === 'unknown'
      ? notKnown()
      : names.length === 0
        ? yes()
        : t('status.answer.muted', 'There is: {{names}}', verbatim({ names: names.join(', ') })),
  activeTiming: ({ state, data: { names } }) =>
    state === 'unknown'
      ? notKnown()
      : names.length === 0
        ? yes()
        : t('status.answer.active', 'No, only inside {{names}}', verbatim({ names: names.join(', ') })),
  heartbeatContactPoint: (item) => contactPoint(item),
  alertContactPoint: (item) => contactPoint(item),
  locked: ({ data: { names } }) =>
    names.length === 0
      ? t('status.answer.editable', 'Yes, nothing is locked')
      : t('status.answer.locked', 'Locked: {{names}}', verbatim({ names: names.join(', ') })),
  alertsRouted: ({ data: { routing, silentDefault } }) =>
    silentDefault === undefined
      ? describeRouting(routing)
      : t(
          'status.answer.silent-default',
          '{{routing}}. The default policy sends to "{{name}}", which has no integration',
          verbatim({ routing: describeRouting(routing), name: silentDefault })
        ),
  beatDelivery: (item, at) => delivery(item, at),
  alertDelivery: (item, at) => delivery(item, at),
  statusKnown: ({ data: { lastBeat, unseenSince } }, at) =>
    lastBeat !== undefined
      ? t('status.answer.remembered', 'Yes, of {{time}}', verbatim({ time: at(lastBeat) }))
      : unseenSince !== undefined
        ? t('status.answer.forgotten', 'None since its start or the last change; watched since {{time}}', {
            ...verbatim({ time: at(unseenSince) }),
          })
        : t('status.answer.none-remembered', 'None since its start'),
};

function contactPoint({ state, data: { name, drifts } }: Item<'heartbeatContactPoint' | 'alertContactPoint'>): string {
  if (state === 'ok') {
    return name === undefined ? yes() : t('status.answer.contact-point', 'Yes: {{name}}', verbatim({ name }));
  }
  if (state === 'unknown') {
    return notKnown();
  }
  return drifts.some(({ code }) => code === 'missing')
    ? t('status.answer.contact-point-gone', 'No, it is gone')
    : t('status.answer.contact-point-differs', 'No, it was changed');
}

function delivery(
  { id, state, data: { lastAttempt, cause = 'other' } }: Item<'beatDelivery' | 'alertDelivery'>,
  at: (time: number) => string
): string {
  if (lastAttempt === undefined) {
    return t('status.answer.never', 'None since the start of this Grafana');
  }
  return state === 'ok'
    ? t('status.answer.delivered', 'Yes, at {{time}}', verbatim({ time: at(lastAttempt) }))
    : t('status.answer.failed', 'No, at {{time}}: {{cause}}', {
        ...verbatim({
          time: at(lastAttempt),
          cause: describeDeliveryFailure(cause, id === 'beatDelivery' ? 'beat' : 'alert').title,
        }),
      });
}
