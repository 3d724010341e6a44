import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { raisedGroup, type Drill, type DrillOutcome } from '../../../connection/drill/drill';
import type { DrillStep } from '../../../connection/drill/steps';
import { formatInterval } from '../../../ui/formatInterval';
import { verbatim } from '../../../ui/verbatim';
import { outcomeText, outcomeTitle } from './outcomeTexts';
import { stepDetail, stepTitle } from './stepTexts';

interface Report {
  /** Of the connection. */
  name: string;
  drill: Drill;
  steps: readonly DrillStep[];
  outcome: DrillOutcome;
}

/** The report of a drill as plain text, to be kept elsewhere: Grafana keeps none. */
export function reportText({ name, drill, steps, outcome }: Report): string {
  const at = (time: number) => dateTimeFormat(time, { format: 'YYYY-MM-DD HH:mm:ss Z' });
  const link = raisedGroup(drill)?.link;
  const lines = steps
    .filter(({ state }) => state !== 'skipped')
    .map((step) => {
      const what = [stepTitle(step), stepDetail(step, drill)].filter((part) => part !== '').join(', ');
      return `${step.at === undefined ? '-' : at(step.at)}  ${what}`;
    });
  return [
    t('drill.report.title', 'Drill of the heartbeat of {{name}}', verbatim({ name })),
    t(
      'drill.report.interval',
      'Heartbeat interval: {{interval}}',
      verbatim({ interval: formatInterval(drill.interval) })
    ),
    ...lines,
    `${outcomeTitle(outcome)}. ${outcomeText(outcome, drill)}`,
    ...(link ? [link] : []),
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ');
}
