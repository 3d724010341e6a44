import { goOn, MOST_TRIES, PERMISSIONS_KEPT } from './faultCase';
import type { Flow } from './flows';
import { differences, foreignThings, normalise, type NormalState } from './normalise';
import { signIn } from './signIn';
import { createTurns, type Hand, type Turn } from './turns';
import type { Person, Said } from './wishes';
import type { Login, SavedWorld, World } from './world';

/** Two flows on one Grafana, each by a person of their own. */
export interface Pair {
  world: World;
  flows: Record<Hand, Flow>;
  start: SavedWorld;
  fresh: SavedWorld;
}

export interface PairCourse {
  said: Record<Hand, Said>;
  end: NormalState;
  foreign: string[];
  /** After both went on, where that was needed. */
  last: Record<Hand, Said>;
  lastEnd: NormalState;
  requests: Record<Hand, number>;
}

const LOGINS: Record<Hand, Login> = { a: 'editor', b: 'admin' };
const HANDS = ['a', 'b'] as const;

/** Plays both flows in the given order of turns, then lets both go on, one after the other. */
export async function playPair(pair: Pair, order: readonly Turn[]): Promise<PairCourse> {
  const { world, flows } = pair;
  world.load(pair.start);
  const turns = createTurns();
  await world.clock.advance(Math.max(...HANDS.map((hand) => flows[hand].settle ?? 0)));
  const persons = {
    a: await signIn(world, 'session', LOGINS.a, turns.between('a')),
    b: await signIn(world, 'session', LOGINS.b, turns.between('b')),
  };
  for (const hand of HANDS) {
    if (flows[hand].isUndo) {
      await persons[hand].wish(flows[hand].wish);
    }
  }
  turns.begin(order);
  const [a, b] = await Promise.all(
    HANDS.map(async (hand) => {
      const said = await act(flows[hand], persons[hand]);
      turns.leave(hand);
      return said;
    })
  );
  if (!a || !b) {
    throw new Error('two persons make two statements');
  }
  const look = () => withoutTitles(normalise(world.save(), world.clock.now()));
  const said = { a, b };
  const end = look();
  const requests = { a: turns.made('a'), b: turns.made('b') };
  const last = { a: await finish(pair, persons.a, flows.a, a), b: await finish(pair, persons.b, flows.b, b) };
  const foreign = differences(foreignThings(pair.start, pair.fresh), foreignThings(world.save(), pair.fresh));
  return { said, end, foreign, last, lastEnd: look(), requests };
}

/** A new rule is called after its contact point, and may keep that title when the contact point is renamed meanwhile. */
const withoutTitles = (state: NormalState): NormalState => ({
  ...state,
  rules: {
    all: Object.values(state.rules).flatMap((rules) => rules.map((rule) => ({ ...(rule as object), title: '' }))),
  },
});

const act = (flow: Flow, person: Person) => (flow.isUndo ? person.undo() : person.wish(flow.wish));

const isOver = ({ told }: Said) => told === 'done' || told === 'nothing';

async function finish({ world }: Pair, person: Person, flow: Flow, said: Said): Promise<Said> {
  let last = said;
  let before: Said | undefined;
  for (let tries = 0; tries < MOST_TRIES && !isOver(last); tries += 1) {
    if (/forbidden|rights|inUse/.test(last.why)) {
      await world.clock.advance(PERMISSIONS_KEPT);
    }
    [before, last] = [last, await goOn(flow, person, last, before)];
  }
  return last;
}

/** What two flows come to when nobody interferes: in the one order and in the other. */
export interface Serial {
  ab: PairCourse;
  ba: PairCourse;
}

export async function playSerially(pair: Pair): Promise<Serial> {
  return {
    ab: await playPair(pair, [{ hand: 'a' }, { hand: 'b' }]),
    ba: await playPair(pair, [{ hand: 'b' }, { hand: 'a' }]),
  };
}

export type Verdict = 'serial' | 'told' | 'silent';

export interface Judgement {
  verdict: Verdict;
  why: string;
  /** Where it differs from the nearer of the two serial orders. */
  lines: string[];
}

/** Whether an interleaving came out as one flow after the other, was told of, or neither. */
export function verdictOf({ flows }: Pick<Pair, 'flows'>, course: PairCourse, serial: Serial): Judgement {
  const orders = [serial.ab, serial.ba];
  if (course.foreign.length > 0 && orders.every(({ foreign }) => foreign.length === 0)) {
    return { verdict: 'silent', why: "others' things", lines: course.foreign };
  }
  const atFirst = nearest(orders.map(({ end }) => differences(end, course.end)));
  const atLast = nearest(orders.map(({ lastEnd }) => differences(lastEnd, course.lastEnd)));
  if (atFirst.length === 0 && atLast.length === 0) {
    return { verdict: 'serial', why: '', lines: [] };
  }
  if (HANDS.every((hand) => isOver(course.said[hand]))) {
    return { verdict: 'silent', why: 'nobody was told', lines: atFirst };
  }
  // Whoever fails in either order on their own is not stuck because of the other. A way back has nowhere else to go: it
  // is told what changed, and what they want now is another wish.
  // Who is refused sees beforehand what to do otherwise, as with a name that is taken. So does who may not move a contact
  // point that the other one made, of which only Grafana knows here.
  const isStuck = (hand: Hand) =>
    !flows[hand].isUndo &&
    course.last[hand].told === 'failed' &&
    course.last[hand].why !== 'forbidden' &&
    orders.every(({ last }) => isOver(last[hand]));
  if (HANDS.some(isStuck)) {
    return { verdict: 'silent', why: 'cannot go on', lines: HANDS.map((hand) => `${hand}: ${course.last[hand].why}`) };
  }
  return { verdict: 'told', why: atLast.length > 0 ? 'and ends otherwise' : '', lines: atLast };
}

const nearest = (all: string[][]) => all.reduce((least, one) => (one.length < least.length ? one : least));
