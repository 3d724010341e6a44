import { dataSource, EXTERNAL, expectRow, notFiring, remembered, silenced, type Row } from './testing/rows';
import { at } from './testing/scene';

const ROWS: Row[] = [
  // Something stops the beats.
  ['silenced a moment ago', { alert: silenced }, {}, 'late', 'silenced', 'expireSilence'],
  ['silenced beyond the interval', { alert: silenced, lastAttempt: -601 }, {}, 'down', 'silenced', 'expireSilence'],
  ['silenced, and no beat is known', { alert: silenced, lastAttempt: null }, {}, 'down', 'silenced', 'expireSilence'],
  [
    'evaluated as seldom as an administrator lets it',
    { status: { lastEvaluation: at(-290) }, evaluation: { minInterval: 300, longestTick: 10 } },
    {},
    'up',
    'beating',
    'none',
  ],
  ['inhibited', { alert: { state: 'suppressed', inhibitedBy: ['f1'] } }, {}, 'late', 'inhibited', 'openRule'],
  ['evaluates to nothing', { status: notFiring, alert: null }, {}, 'late', 'notFiring', 'openRule'],
  [
    'not firing beyond the interval',
    { status: notFiring, alert: null, lastAttempt: -700 },
    {},
    'down',
    'notFiring',
    'openRule',
  ],
  [
    'query error',
    { status: { ...notFiring, health: 'error', lastError: 'no route' } },
    {},
    'late',
    'queryFails',
    'openRule',
  ],
  [
    'query error of a data source',
    { desired: dataSource, status: { ...notFiring, health: 'error' } },
    {},
    'late',
    'queryFails',
    'openDataSource',
  ],
  [
    'data source without data',
    { desired: dataSource, status: { ...notFiring, health: 'nodata' } },
    {},
    'late',
    'noData',
    'openDataSource',
  ],
  [
    'data source that says nothing, which shows as healthy',
    { desired: dataSource, status: notFiring, alert: null },
    {},
    'late',
    'dataSourceSilent',
    'openDataSource',
  ],
  [
    'data source that says nothing beyond the interval',
    { desired: dataSource, status: notFiring, alert: null, lastAttempt: -700 },
    {},
    'down',
    'dataSourceSilent',
    'openDataSource',
  ],
  ['an error that still fires', { status: { health: 'error' } }, {}, 'up', 'beating', 'none'],
  ['recovering, which still fires', { status: { state: 'unknown', activeAt: undefined } }, {}, 'up', 'beating', 'none'],
  ['evaluated two minutes ago', { status: { lastEvaluation: at(-120) } }, {}, 'up', 'beating', 'none'],
  ['the evaluator stalls', { status: { lastEvaluation: at(-121) } }, {}, 'late', 'notEvaluated', 'openRule'],
  [
    'never scheduled, watched for minutes',
    { status: null, alert: null, lastAttempt: null },
    remembered(undefined, -130),
    'down',
    'notEvaluated',
    'openRule',
  ],
  ['alerts leave to external Alertmanagers', {}, EXTERNAL, 'late', 'externalAlertmanager', 'checkAlertmanagers'],
  ['alerts leave to both', {}, { alertmanagers: { choice: 'all', externalCount: 1 } }, 'up', 'beating', 'none'],
];

it.each(ROWS)('%s', (...row) => {
  expectRow(...row);
});
