import type { Transport } from '../../src/transport/transport';

export type Hand = 'a' | 'b';

/** Whose turn it is, and for how many requests; without a number until that person is through. */
export interface Turn {
  hand: Hand;
  requests?: number;
}

export interface Turns {
  between(hand: Hand): (session: Transport) => Transport;
  /** From now on requests wait for their turn. Begins when both have begun. */
  begin(turns: readonly Turn[]): void;
  /** This person asks nothing more. */
  leave(hand: Hand): void;
  /** How many requests a person made since the beginning. */
  made(hand: Hand): number;
}

/** Lets two persons' requests through in a given order, one at a time. */
export function createTurns(): Turns {
  let left: Turn[] = [];
  let isGated = false;
  const gone = new Set<Hand>();
  const made: Record<Hand, number> = { a: 0, b: 0 };
  const waiting: Array<{ hand: Hand; enter: () => void }> = [];
  let isBusy = false;

  /** Takes away turns that are over and lets the next request in. */
  function proceed() {
    while (left[0] && (gone.has(left[0].hand) || left[0].requests === 0)) {
      left.shift();
    }
    const [turn] = left;
    const index = waiting.findIndex(({ hand }) => !turn || hand === turn.hand);
    if (isBusy || index < 0) {
      return;
    }
    const [next] = waiting.splice(index, 1);
    isBusy = true;
    if (turn?.requests !== undefined) {
      turn.requests -= 1;
    }
    next?.enter();
  }

  async function ask(hand: Hand, session: Transport, call: Parameters<Transport['request']>[0]) {
    if (!isGated) {
      return session.request(call);
    }
    const turn = new Promise<void>((enter) => waiting.push({ hand, enter }));
    proceed();
    await turn;
    made[hand] += 1;
    const answer = await session.request(call);
    isBusy = false;
    proceed();
    return answer;
  }

  return {
    between: (hand) => (session) => ({ way: session.way, request: (call) => ask(hand, session, call) }),
    begin(turns) {
      left = turns.map((turn) => ({ ...turn }));
      isGated = true;
    },
    leave(hand) {
      gone.add(hand);
      proceed();
    },
    made: (hand) => made[hand],
  };
}
