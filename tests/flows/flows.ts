import { defaultEscalationChainId } from '../../sandbox/irm/organization';
import { BEAT_NAME, CPU_HOT, ENDPOINT, NAME, NEW_ENDPOINT, OTHER_ENDPOINT, type StartName } from './starts';
import type { Wish } from './wishes';

/** One thing that a person does to a Grafana in a certain state. */
export interface Flow {
  name: string;
  start: StartName;
  wish: Wish;
  /** The wish is carried out in peace; it is its undoing that is looked at. */
  isUndo?: boolean;
  /**
   * What a person does who lost the page and with it the way back; without one there is nothing they could do, and the
   * page is never lost in this flow.
   */
  afterLoss?: Wish;
  /** The page is never lost: the browser remembers what it left, which the unit tests of that part look at. */
  keepsPage?: boolean;
  /** What it ends with is what it began with. */
  comesBack?: boolean;
  /** Milliseconds that pass before the flow, so that alerts fire and silences show on them. */
  settle?: number;
}

const endpoint = ENDPOINT;
const names = (alertContactPoint: string, heartbeatContactPoint: string) => ({
  alertContactPoint,
  heartbeatContactPoint,
});
const SETTLED = 10_500;

const wishes = {
  connect: { do: 'connect', endpoint, name: NAME },
  heartbeat: { do: 'heartbeat', endpoint },
  connectWhole: { do: 'connectWhole', endpoint, name: NAME },
  connectLocked: { do: 'connectWhole', endpoint, name: NAME, isLocked: true },
  connectOther: { do: 'connectWhole', endpoint: OTHER_ENDPOINT, name: 'IRM staging' },
  pause: { do: 'pause', endpoint },
  resume: { do: 'resume', endpoint },
  drill: { do: 'drill', endpoint },
  timing: { do: 'timing', endpoint, interval: 300 },
  timingBack: { do: 'timing', endpoint, interval: 600 },
  repair: { do: 'repair', endpoint },
  rename: { do: 'rename', endpoint, names: names('Pages', 'Pages beat') },
  renameBack: { do: 'rename', endpoint, names: names(NAME, BEAT_NAME) },
  rotate: { do: 'rotate', endpoint, to: NEW_ENDPOINT },
  rotateBack: { do: 'rotate', endpoint: NEW_ENDPOINT, to: ENDPOINT },
  adopt: { do: 'adopt', endpoint },
  remove: { do: 'remove', endpoint },
  expire: { do: 'expireSilence', endpoint },
  test: { do: 'test', endpoint },
  testArrives: { do: 'testArrives', endpoint },
  realAlert: { do: 'realAlert', endpoint, isDirect: false },
  realAlertDirect: { do: 'realAlert', endpoint, isDirect: true },
  resolveLeft: { do: 'resolveLeft', endpoint, evenWithOthers: false },
  resolveLeftAndOthers: { do: 'resolveLeft', endpoint, evenWithOthers: true },
  createIntegration: { do: 'createIntegration', endpoint, name: 'Production', chainId: defaultEscalationChainId },
  routeAll: { do: 'route', endpoint, choice: { kind: 'everything' } },
  routeLabel: { do: 'route', endpoint, choice: { kind: 'label', name: 'team', value: 'b', goesOn: true } },
  routeRule: { do: 'route', endpoint, choice: { kind: 'rule', uid: CPU_HOT.uid } },
  routeRuleBack: { do: 'route', endpoint, choice: { kind: 'rule', uid: CPU_HOT.uid, follows: true } },
  routeNothing: { do: 'route', endpoint, choice: { kind: 'nothing', instead: 'Team mail' } },
} as const satisfies Record<string, Wish>;

/** All flows, each with the state that it begins in. */
export const FLOWS: readonly Flow[] = [
  { name: 'create-integration', start: 'fresh', wish: wishes.createIntegration },
  { name: 'connect', start: 'fresh', wish: wishes.connect },
  { name: 'heartbeat', start: 'alerts', wish: wishes.heartbeat },
  { name: 'connect-whole', start: 'fresh', wish: wishes.connectWhole },
  { name: 'connect-locked', start: 'fresh', wish: wishes.connectLocked },
  { name: 'connect-other', start: 'whole', wish: wishes.connectOther },
  { name: 'pause', start: 'whole', wish: wishes.pause },
  { name: 'pause-locked', start: 'locked', wish: wishes.pause },
  { name: 'resume', start: 'paused', wish: wishes.resume },
  // What a lost page leaves paused, the next visit resumes.
  { name: 'drill', start: 'whole', wish: wishes.drill, afterLoss: wishes.resume, comesBack: true },
  { name: 'drill-locked', start: 'locked', wish: wishes.drill, afterLoss: wishes.resume, comesBack: true },
  { name: 'resume-drill', start: 'drilled', wish: wishes.resume },
  { name: 'timing', start: 'whole', wish: wishes.timing },
  { name: 'repair-bent', start: 'bent', wish: wishes.repair },
  { name: 'repair-gone', start: 'halfGone', wish: wishes.connectWhole },
  { name: 'rename', start: 'inPolicy', wish: wishes.rename },
  { name: 'rotate', start: 'whole', wish: wishes.rotate },
  { name: 'adopt', start: 'byHand', wish: wishes.adopt },
  { name: 'adopt-in-folder', start: 'byHandInFolder', wish: wishes.adopt },
  { name: 'remove', start: 'whole', wish: wishes.remove },
  { name: 'remove-locked', start: 'locked', wish: wishes.remove },
  { name: 'remove-in-policy', start: 'inPolicy', wish: wishes.remove },
  { name: 'remove-dashboard', start: 'withDashboard', wish: wishes.remove },
  { name: 'expire', start: 'silenced', wish: wishes.expire, settle: SETTLED },
  { name: 'test', start: 'whole', wish: wishes.test },
  { name: 'test-arrives', start: 'inIrm', wish: wishes.testArrives, keepsPage: true },
  // Whoever comes back follows the one that is under way, and sends another where the first shows nothing.
  { name: 'real-alert', start: 'routed', wish: wishes.realAlert },
  { name: 'real-alert-direct', start: 'inIrm', wish: wishes.realAlertDirect },
  { name: 'real-alert-unresolved', start: 'withoutResolved', wish: wishes.realAlertDirect },
  { name: 'resolve-left', start: 'leftByTest', wish: wishes.resolveLeft },
  { name: 'resolve-left-and-others', start: 'leftWithOthers', wish: wishes.resolveLeftAndOthers },
  { name: 'undo-connect', start: 'fresh', wish: wishes.connect, isUndo: true, afterLoss: wishes.remove },
  { name: 'undo-heartbeat', start: 'alerts', wish: wishes.heartbeat, isUndo: true },
  { name: 'undo-connect-whole', start: 'fresh', wish: wishes.connectWhole, isUndo: true, afterLoss: wishes.remove },
  { name: 'undo-connect-locked', start: 'fresh', wish: wishes.connectLocked, isUndo: true, afterLoss: wishes.remove },
  { name: 'undo-pause', start: 'whole', wish: wishes.pause, isUndo: true, afterLoss: wishes.resume },
  { name: 'undo-resume', start: 'paused', wish: wishes.resume, isUndo: true, afterLoss: wishes.pause },
  { name: 'undo-timing', start: 'whole', wish: wishes.timing, isUndo: true, afterLoss: wishes.timingBack },
  { name: 'undo-repair', start: 'bent', wish: wishes.repair, isUndo: true },
  { name: 'undo-rename', start: 'inPolicy', wish: wishes.rename, isUndo: true, afterLoss: wishes.renameBack },
  { name: 'undo-rotate', start: 'whole', wish: wishes.rotate, isUndo: true, afterLoss: wishes.rotateBack },
  { name: 'undo-adopt', start: 'byHand', wish: wishes.adopt, isUndo: true },
  { name: 'undo-adopt-in-folder', start: 'byHandInFolder', wish: wishes.adopt, isUndo: true },
  { name: 'undo-remove', start: 'whole', wish: wishes.remove, isUndo: true, afterLoss: wishes.connectWhole },
  { name: 'undo-remove-locked', start: 'locked', wish: wishes.remove, isUndo: true, afterLoss: wishes.connectLocked },
  { name: 'route-all', start: 'unrouted', wish: wishes.routeAll },
  { name: 'route-label', start: 'unrouted', wish: wishes.routeLabel },
  { name: 'route-rule', start: 'unrouted', wish: wishes.routeRule },
  { name: 'route-rule-back', start: 'routed', wish: wishes.routeRuleBack },
  { name: 'route-nothing', start: 'routed', wish: wishes.routeNothing },
  { name: 'undo-route-all', start: 'unrouted', wish: wishes.routeAll, isUndo: true, afterLoss: wishes.routeNothing },
  {
    name: 'undo-route-label',
    start: 'unrouted',
    wish: wishes.routeLabel,
    isUndo: true,
    afterLoss: wishes.routeNothing,
  },
  { name: 'undo-route-rule', start: 'unrouted', wish: wishes.routeRule, isUndo: true, afterLoss: wishes.routeRuleBack },
  { name: 'undo-route-rule-back', start: 'routed', wish: wishes.routeRuleBack, isUndo: true },
  { name: 'undo-route-nothing', start: 'routed', wish: wishes.routeNothing, isUndo: true },
  { name: 'restore', start: 'silenced', wish: wishes.expire, isUndo: true, settle: SETTLED },
];

/** What somebody does beside the plugin while another person is at its pages. */
export const BY_HAND: readonly Flow[] = [
  { name: 'edit-policies-by-hand', start: 'unrouted', wish: { do: 'editPolicies', endpoint } },
];
