import { t } from '@grafana/i18n';
import { raisedGroup, type Drill, type DrillOutcome } from '../../../connection/drill/drill';
import { formatSeconds } from '../../../ui/formatSeconds';
import { verbatim } from '../../../ui/verbatim';

/** What a drill has shown, in a few words. */
export function outcomeTitle(outcome: DrillOutcome): string {
  switch (outcome) {
    case 'raised':
      return t('drill.outcome.raised', 'The alarm works');
    case 'noAlarm':
      return t('drill.outcome.no-alarm', 'IRM raised no alarm');
    case 'irmNotAsked':
      return t('drill.outcome.not-asked', 'IRM could not be asked');
    case 'brokenOff':
      return t('drill.outcome.broken-off', 'The drill was broken off');
  }
}

/** The same in a sentence or two. */
export function outcomeText(outcome: DrillOutcome, drill: Drill): string {
  switch (outcome) {
    case 'raised':
      return raisedText(drill);
    case 'noAlarm':
      return t(
        'drill.outcome.no-alarm-text',
        'The heartbeat was silent for long enough, and IRM lists no alert group of it. If this Grafana fails, nobody is told. Look at this:'
      );
    case 'irmNotAsked':
      return t(
        'drill.outcome.not-asked-text',
        "The heartbeat was silent for long enough, but IRM's API gave no answer at the end. Whether it raised an alert can be seen in IRM; this page goes on asking."
      );
    case 'brokenOff':
      return t('drill.outcome.broken-off-text', 'It ended before IRM could raise its alert, so it has shown nothing.');
  }
}

function raisedText(drill: Drill): string {
  const group = raisedGroup(drill);
  const { lastBeat, interval } = drill;
  if (!group || lastBeat === undefined) {
    return t('drill.outcome.raised-text', 'IRM raised {{id}}.', verbatim({ id: group?.id ?? '' }));
  }
  const after = Math.max(0, Math.round((group.createdAt - lastBeat) / 1000));
  const values = verbatim({ id: group.id, span: formatSeconds(after) });
  return after < interval - WHOLE_MINUTE
    ? t(
        'drill.outcome.raised-early',
        'IRM raised {{id}} {{span}} after the last heartbeat. That is earlier than it should: its heartbeat interval is shorter there.',
        values
      )
    : t('drill.outcome.raised-after', 'IRM raised {{id}} {{span}} after the last heartbeat.', values);
}

/** Clocks differ; so much does not. Seconds. */
const WHOLE_MINUTE = 60;
