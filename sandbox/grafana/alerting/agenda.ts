import type { Clock } from '../../clock';

interface Entry {
  at: number;
  order: number;
  callback: (() => void) | undefined;
}

/**
 * A clock on top of a clock that keeps all its waiting calls in one heap and one timer below, so that thousands of
 * groups cost the underlying clock one timer and not thousands.
 */
export function createAgenda(clock: Clock): Clock & { stop(): void } {
  const heap: Entry[] = [];
  let order = 0;
  let armedFor = Infinity;
  let disarm: (() => void) | undefined;

  const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

  function at(index: number): Entry {
    const entry = heap[index];
    if (!entry) {
      throw new RangeError(`no entry ${index}`);
    }
    return entry;
  }

  function swap(a: number, b: number) {
    const kept = at(a);
    heap[a] = at(b);
    heap[b] = kept;
  }

  function push(entry: Entry) {
    heap.push(entry);
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!before(at(child), at(parent))) {
        return;
      }
      swap(child, parent);
      child = parent;
    }
  }

  function pop(): Entry {
    const first = at(0);
    swap(0, heap.length - 1);
    heap.pop();
    for (let parent = 0; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let least = parent;
      if (left < heap.length && before(at(left), at(least))) {
        least = left;
      }
      if (right < heap.length && before(at(right), at(least))) {
        least = right;
      }
      if (least === parent) {
        return first;
      }
      swap(parent, least);
      parent = least;
    }
  }

  function arm() {
    while (heap[0] && !heap[0].callback) {
      pop();
    }
    const next = heap[0]?.at ?? Infinity;
    if (next === armedFor) {
      return;
    }
    disarm?.();
    armedFor = next;
    disarm = next === Infinity ? undefined : clock.schedule(next - clock.now(), run);
  }

  function run() {
    armedFor = Infinity;
    disarm = undefined;
    const now = clock.now();
    while (heap[0] && heap[0].at <= now) {
      pop().callback?.();
    }
    arm();
  }

  return {
    now: () => clock.now(),
    schedule(delayMs, callback) {
      const entry: Entry = { at: clock.now() + Math.max(0, delayMs), order: (order += 1), callback };
      push(entry);
      arm();
      return () => {
        entry.callback = undefined;
      };
    },
    stop() {
      heap.length = 0;
      arm();
    },
  };
}
