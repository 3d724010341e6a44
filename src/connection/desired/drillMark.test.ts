import { DRILL_ANNOTATION, drillMarkOf, drillOn, withDrillMark } from './drillMark';

const startedAt = Date.parse('2026-11-22T14:02:10.400Z');
const lastBeat = Date.parse('2026-11-22T14:01:31Z');
const ruleWith = (annotations: Record<string, string>, changes = {}) => ({
  ...{ annotations, isPaused: true, updatedAt: startedAt + 2_000 },
  ...changes,
});

describe('the mark of a drill', () => {
  it('is text for people, and is read back to the second', () => {
    const annotations = withDrillMark({ summary: 'Heartbeat' }, { startedAt, lastBeat });
    expect(annotations).toEqual({
      summary: 'Heartbeat',
      [DRILL_ANNOTATION]: '2026-11-22T14:02:10Z, last beat 2026-11-22T14:01:31Z',
    });
    expect(drillMarkOf({ annotations })).toEqual({ startedAt: startedAt - 400, lastBeat });
    expect(withDrillMark(annotations)).toEqual({ summary: 'Heartbeat' });
  });

  it('does without a last beat, and is none where somebody wrote something else', () => {
    const bare = withDrillMark({}, { startedAt, lastBeat: undefined });
    expect(drillMarkOf({ annotations: bare })).toEqual({ startedAt: startedAt - 400, lastBeat: undefined });
    expect(drillMarkOf({ annotations: { [DRILL_ANNOTATION]: 'yes' } })).toBeUndefined();
    expect(drillMarkOf({ annotations: {} })).toBeUndefined();
  });
});

describe('what a mark means', () => {
  const marked = withDrillMark({}, { startedAt, lastBeat });

  it('is a drill as long as the rule is paused and was saved by it', () => {
    expect(drillOn(ruleWith(marked))?.state).toBe('running');
    expect(drillOn(ruleWith(marked, { updatedAt: undefined }))?.state).toBe('running');
  });

  it('is doubtful once somebody saved the paused rule again', () => {
    expect(drillOn(ruleWith(marked, { updatedAt: startedAt + 600_000 }))?.state).toBe('doubtful');
  });

  it('is over when the rule runs, and no drill at all without a mark', () => {
    expect(drillOn(ruleWith(marked, { isPaused: false }))?.state).toBe('over');
    expect(drillOn(ruleWith({}))).toBeUndefined();
  });
});
