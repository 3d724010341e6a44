import { NO_MEMORY, remember, replicasKnown, sendsTwice, type StatusMemory } from './memory';
import { replicasInHistory } from './replicas';
import { failing } from './testing/rows';
import { at, judged, readingOf, type Scene } from './testing/scene';

const never = { lastAttempt: null };

describe('how it is known that there are several', () => {
  const after = (...scenes: Scene[]) => scenes.map(readingOf).reduce(remember, NO_MEMORY);

  it('an attempt older than one seen', () => {
    expect(after({ time: 0, lastAttempt: -1 }, { time: 10, lastAttempt: -500 }).evidence).toEqual({
      proof: 'olderAttempt',
      seenAt: at(10),
      count: 2,
    });
  });

  it('an attempt that an earlier reading should have held', () => {
    const memory = after({ time: 0, ...never }, { time: 10, lastAttempt: -40 });
    expect(memory.evidence?.proof).toBe('hiddenAttempt');
    const quick: Scene = { time: 10, lastAttempt: -8, delivery: { took: 20 } };
    expect(after({ time: 0, ...never }, quick).evidence?.proof).toBe('hiddenAttempt');
  });

  it('is not proven by an attempt that was still under way, nor by one that came since', () => {
    expect(after({ time: 0, ...never }, { time: 10, lastAttempt: -30 }).evidence).toBeUndefined();
    expect(after({ time: 0, ...never }, { time: 10, lastAttempt: 2, delivery: { took: 20 } }).evidence).toBeUndefined();
    expect(after({ time: 0, lastAttempt: -50 }, { time: 10, ...never }).evidence).toBeUndefined();
  });

  it('is not proven by a contact point that took over the name of another one', () => {
    const renamed: Scene = { time: 10, lastAttempt: -500, heartbeatContactPoint: { name: 'other' } };
    expect(after({ time: 0, lastAttempt: -1 }, renamed).evidence).toBeUndefined();
  });

  it('equal entries of the newest changes; what lies further back may be from before a replica was taken away', () => {
    const change = (time: number, copies: number) => ({
      ...{ at: at(time), previous: 'Normal', next: 'Alerting', note: undefined, copies },
    });
    expect(replicasInHistory([])).toBe(1);
    expect(replicasInHistory([change(0, 1)])).toBe(1);
    expect(replicasInHistory([change(0, 3), change(1, 2), change(2, 1)])).toBe(3);
    expect(replicasInHistory([change(0, 2), change(1, 1), change(2, 1), change(3, 1)])).toBe(1);
  });

  it('counts for the gap and the first beat', () => {
    const memory: StatusMemory = {
      ...NO_MEMORY,
      severalReplicas: true,
      evidence: { proof: 'history', seenAt: at(0), count: 3 },
    };
    expect(replicasKnown(memory)).toBe(3);
    expect(judged({ lastAttempt: -155 }, { memory }).state).toBe('up');
    expect(judged({ lastAttempt: -158 }, { memory }).state).toBe('unknown');
  });
});

describe('replicas that do not know of each other', () => {
  it('are told by beats that follow each other too soon, again and again', () => {
    const looks = [0, 122, 244, 366].flatMap((beat): Scene[] => [
      { time: beat + 20, lastAttempt: beat + 15 },
      { time: beat + 30, lastAttempt: beat },
    ]);
    const memories = looks.map(readingOf).map((_, index) =>
      looks
        .slice(0, index + 1)
        .map(readingOf)
        .reduce(remember, NO_MEMORY)
    );
    expect(memories.map(sendsTwice)).toEqual([false, false, false, false, false, true, true, true]);
  });

  it('are not told by one that took over, nor by failing attempts', () => {
    const takesOver = [0, 1, 2, 3].flatMap((turn): Scene[] => [
      { time: turn * 400 + 150, lastAttempt: turn * 400 + 140 },
      { time: turn * 400 + 160, lastAttempt: turn * 400 },
    ]);
    expect(sendsTwice(takesOver.map(readingOf).reduce(remember, NO_MEMORY))).toBe(false);
    const fail = [0, 1, 2, 3].flatMap((turn): Scene[] => [
      { time: turn * 200 + 20, lastAttempt: turn * 200 + 15, delivery: failing('refused') },
      { time: turn * 200 + 30, lastAttempt: turn * 200, delivery: failing('refused') },
    ]);
    expect(sendsTwice(fail.map(readingOf).reduce(remember, NO_MEMORY))).toBe(false);
  });
});
