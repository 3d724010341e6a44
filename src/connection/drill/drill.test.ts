import { withDrillMark } from '../desired/drillMark';
import type { AlertGroup } from '../irm/irmPort';
import { drillFrom, outcomeOf, phaseOf, type Drill } from './drill';
import { pausedByPlan, seenInGrafana, seenInIrm, type SeenInGrafana } from './observe';
import { stepsOf } from './steps';
import { windowOf } from './window';

const T = Date.parse('2026-11-22T14:02:00Z');
/** Seconds after the drill began; the last beat left 20 s before, and the interval is 10 minutes. */
const at = (seconds: number) => T + seconds * 1000;
const MARK = { startedAt: T, lastBeat: at(-20) };
const begun = () => pausedByPlan(drillFrom(MARK, 600), at(1));
const saved = { uid: undefined, version: undefined, updatedAt: undefined };
type Rule = NonNullable<SeenInGrafana['rule']>;
const annotations = withDrillMark({}, MARK);

const paused = { annotations, isPaused: true };
const running = { annotations: {}, isPaused: false };
const grafana = (
  drill: Drill,
  seconds: number,
  rule: (Partial<Rule> & Pick<Rule, 'annotations' | 'isPaused'>) | undefined,
  lastBeat = -20
) => seenInGrafana(drill, { now: at(seconds), rule: rule && { ...saved, ...rule }, lastBeat: at(lastBeat) });

const LOST = { groupLabels: { alertname: 'OnCallHeartBeatMissing' }, status: 'firing' };
const group = (seconds: number, changes: Partial<AlertGroup> = {}): AlertGroup => ({
  ...{ id: `I${seconds}`, integrationId: 'C1', title: 'OnCallHeartBeatMissing', state: 'firing', alertsCount: 1 },
  ...{ createdAt: at(seconds), resolvedAt: undefined, link: undefined },
  lastAlert: { createdAt: at(seconds), payload: LOST },
  ...changes,
});
const resolved = (seconds: number) =>
  group(seconds, { state: 'resolved', resolvedAt: at(seconds + 120), alertsCount: 2 });
const irm = (drill: Drill, seconds: number, ...groups: AlertGroup[]) => seenInIrm(drill, groups, at(seconds));

const kind = (drill: Drill, seconds: number) => phaseOf(drill, at(seconds)).kind;
const states = (drill: Drill, seconds: number) =>
  stepsOf(drill, at(seconds))
    .map(({ id, state }) => `${id} ${state}`)
    .join(', ');

describe('the window in which IRM alerts', () => {
  it('begins an interval after the last beat, takes two minutes, and a minute of grace counts from the pause', () => {
    expect(windowOf(MARK, 600)).toEqual({ from: at(580), to: at(700), deadline: at(780) });
    expect(windowOf({ startedAt: T }, 60)).toEqual({ from: at(60), to: at(180), deadline: at(240) });
  });
});

describe('a drill from beginning to end', () => {
  it('is quiet, then due, hears the alarm, and is over when all is as it was', () => {
    let drill = drillFrom(MARK, 600);
    expect(kind(drill, 0)).toBe('pausing');
    drill = grafana(drill, 2, paused);
    expect(kind(drill, 2)).toBe('quiet');
    drill = irm(drill, 590);
    expect(kind(drill, 590)).toBe('due');
    expect(outcomeOf(drill)).toBeUndefined();
    drill = irm(drill, 605, group(600));
    expect(kind(drill, 605)).toBe('raised');
    expect(outcomeOf(drill)).toBe('raised');
    drill = grafana(drill, 608, running);
    expect(kind(drill, 608)).toBe('restarting');
    drill = grafana(drill, 615, running, 614);
    expect(kind(drill, 615)).toBe('resolving');
    expect(kind(drill, 614 + 181)).toBe('unresolved');
    drill = irm(drill, 725, resolved(600));
    expect(kind(drill, 725)).toBe('ended');
    expect(stepsOf(drill, at(725)).map(({ id, at: time }) => [id, time])).toEqual([
      ['lastBeat', at(-20)],
      ['paused', at(2)],
      ['alert', at(600)],
      ['resumed', at(608)],
      ['firstBeat', at(614)],
      ['resolved', at(720)],
    ]);
  });

  it('shows at each moment what is done, what goes on and what is to come', () => {
    expect(states(begun(), 2)).toBe('lastBeat done, paused done, alert running, resumed waiting, firstBeat waiting');
    const raised = irm(begun(), 605, group(600));
    expect(states(raised, 605)).toBe(
      'lastBeat done, paused done, alert done, resumed running, firstBeat waiting, resolved waiting'
    );
  });

  it('hears an alarm that comes too early', () => {
    expect(kind(irm(begun(), 125, group(120)), 125)).toBe('raised');
  });

  it('is not fooled by other alert groups, nor by the news that beats came again', () => {
    const other = group(600, { lastAlert: { createdAt: at(600), payload: { groupLabels: { alertname: 'Disk' } } } });
    const news = { is_oncall_heartbeat: true, is_oncall_heartbeat_restored: true };
    const recovery = group(610, { lastAlert: { createdAt: at(610), payload: news } });
    expect(
      kind(irm(begun(), 620, other, recovery, group(615, { lastAlert: { createdAt: 0, payload: 'text' } })), 620)
    ).toBe('due');
  });

  it('knows the alert of a webhook integration, also once it is restored', () => {
    const payload = { is_oncall_heartbeat: true, is_oncall_heartbeat_restored: true };
    const restored = group(600, { alertsCount: 2, lastAlert: { createdAt: at(720), payload } });
    expect(kind(irm(begun(), 605, restored), 605)).toBe('raised');
  });
});

describe('no alarm', () => {
  it('is called so only after the grace, by a look at its end', () => {
    const drill = irm(begun(), 775);
    expect(kind(drill, 779)).toBe('due');
    expect(kind(drill, 781)).toBe('unheard');
    const resumed = grafana(drill, 783, running);
    expect(outcomeOf(resumed)).toBe('noAlarm');
    expect(kind(grafana(resumed, 790, running, 789), 790)).toBe('ended');
    expect(states(resumed, 783)).toBe('lastBeat done, paused done, alert failed, resumed done, firstBeat running');
  });

  it('is not claimed when IRM could not be asked, until it answers', () => {
    const blind = grafana(irm(begun(), 300), 783, running);
    expect(outcomeOf(blind)).toBe('irmNotAsked');
    expect(outcomeOf(irm(blind, 900))).toBe('noAlarm');
    expect(outcomeOf(irm(blind, 900, resolved(600)))).toBe('raised');
  });

  it('waits for a beat that left unseen right before the pause', () => {
    const drill = grafana(begun(), 5, paused, -1);
    expect(phaseOf(drill, at(5))).toMatchObject({ window: { from: at(599), to: at(719), deadline: at(780) } });
  });
});

describe('others who act at the same time', () => {
  it('is broken off by whoever resumes the rule, with its note or without', () => {
    for (const rule of [running, { annotations, isPaused: false }]) {
      const drill = grafana(begun(), 100, rule);
      expect(kind(drill, 100)).toBe('restarting');
      expect(outcomeOf(drill)).toBe('brokenOff');
    }
  });

  it('leaves alone what somebody paused anew, or removed', () => {
    for (const rule of [{ annotations: {}, isPaused: true }, undefined]) {
      const drill = grafana(begun(), 100, rule);
      expect(kind(drill, 900)).toBe('ended');
      expect(outcomeOf(drill)).toBe('brokenOff');
      expect(grafana(drill, 110, paused)).toBe(drill);
    }
  });

  it('learns nothing from a reading that was under way before the pause', () => {
    expect(kind(grafana(begun(), 0, running), 5)).toBe('quiet');
    const before = drillFrom(MARK, 600);
    expect(grafana(before, 0, running)).toBe(before);
  });

  it('learns nothing from a replica that does not know of the pause yet', () => {
    const rule = { uid: 'r', updatedAt: at(0) };
    const drill = grafana(begun(), 10, { ...paused, ...rule, version: 2 });
    expect(grafana(drill, 20, { ...running, ...rule, version: 1, updatedAt: at(-3600) })).toBe(drill);
    expect(kind(grafana(drill, 20, { ...running, ...rule, version: 3, updatedAt: at(15) }), 20)).toBe('restarting');
  });

  it('is broken off by whoever makes the rule anew', () => {
    const drill = grafana(begun(), 10, { ...paused, uid: 'r', version: 2, updatedAt: at(0) });
    for (const rule of [
      { uid: 'r', version: 1, updatedAt: at(15) },
      { uid: 's', version: 1, updatedAt: undefined },
    ]) {
      expect(outcomeOf(grafana(drill, 20, { ...running, ...rule }))).toBe('brokenOff');
    }
  });

  it('does not take a beat from before for the first one after', () => {
    const drill = grafana(grafana(begun(), 100, paused), 105, running, 99);
    expect(drill.firstBeat).toBeUndefined();
    expect(grafana(drill, 110, running, 104).firstBeat).toBe(at(104));
  });

  it('says the same of the same', () => {
    const drill = irm(grafana(begun(), 10, paused), 10, group(9));
    expect(irm(grafana(drill, 10, paused), 10, group(9))).toBe(drill);
  });
});
