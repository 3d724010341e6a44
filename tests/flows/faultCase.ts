import { createFaults, type Fault, type Replica } from './faultKinds';
import type { Flow } from './flows';
import { differences, foreignThings, normalise, type NormalState } from './normalise';
import { signIn } from './signIn';
import { ENDPOINT } from './starts';
import type { Person, Said } from './wishes';
import type { SavedWorld, Way, World } from './world';

/** Where a flow begins: its saved start state, and that with other people's things alone. */
export interface Stage {
  world: World;
  /** A second Grafana of the same version, which answers in place of a replica that lags behind. */
  replica: World;
  way: Way;
  flow: Flow;
  start: SavedWorld;
  fresh: SavedWorld;
}

/** How a flow went. */
export interface Course {
  requests: string[];
  /** What the page said at first, and how things stood then. */
  first: Said;
  before: NormalState;
  then: NormalState;
  /** After going on. */
  last: Said;
  end: NormalState;
  tries: number;
  /** Differences in what belongs to others. */
  foreign: string[];
  /** Whether a message went to IRM's address for alerts. */
  sentAtFirst: boolean;
  sent: boolean;
}

export const MOST_TRIES = 4;
/** Grafana keeps a person's permissions for so long, milliseconds; who was refused tries again later. */
export const PERMISSIONS_KEPT = 61_000;

/** Plays a flow with a fault in it, and goes on as a sensible person does until it is done or nothing helps. */
export async function play(stage: Stage, fault: Fault | undefined, isPageLost: boolean): Promise<Course> {
  const { world, way, flow } = stage;
  world.load(stage.start);
  const faults = createFaults(world.clock.now, fault?.kind.isBehind ? replicaOf(stage) : undefined);
  const enter = () => signIn(world, way, 'editor', faults.between);
  const look = () => normalise(world.save(), world.clock.now());
  await world.clock.advance(flow.settle ?? 0);
  let person = await enter();
  if (flow.isUndo) {
    await person.wish(flow.wish);
  }
  const begin = look();
  faults.arm(fault);
  const first = flow.isUndo ? await person.undo() : await person.wish(flow.wish);
  const then = look();
  const requests = [...faults.requests];
  const sentAtFirst = hasSent(world);

  const wish = (isPageLost && flow.afterLoss) || flow.wish;
  let last = first;
  let before: Said | undefined;
  let tries = 0;
  await faults.settle();
  while (tries < MOST_TRIES && (tries === 0 ? isPageLost || !isOver(first, fault) : !isOver(last, undefined, before))) {
    if (/forbidden|rights/.test(last.why)) {
      await world.clock.advance(PERMISSIONS_KEPT);
    }
    person = isPageLost ? await enter() : person;
    [before, last] = [last, isPageLost ? await person.wish(wish) : await goOn(flow, person, last, before)];
    tries += 1;
  }
  const foreign = differences(foreignThings(stage.start, stage.fresh), foreignThings(world.save(), stage.fresh));
  return { requests, first, before: begin, then, last, end: look(), tries, foreign, sentAtFirst, sent: hasSent(world) };
}

function replicaOf({ world, replica }: Stage): Replica {
  let kept: SavedWorld | undefined;
  return {
    keepUp() {
      kept = world.save();
    },
    ask(call) {
      if (kept) {
        replica.load(kept);
      }
      return replica.session('editor').request(call);
    },
  };
}

/**
 * Whoever is told that there is nothing to do believes it, unless something was wrong with what was read, or right before
 * something failed: then they look once more.
 */
function isOver({ told }: Said, fault: Fault | undefined, before?: Said): boolean {
  return told === 'done' || (told === 'nothing' && fault === undefined && before?.told !== 'failed');
}

/**
 * The same button once more where it is offered. Whoever hears the same again closes the dialog and begins anew; a way
 * back has no other beginning.
 */
export function goOn(flow: Flow, person: Person, last: Said, before: Said | undefined): Promise<Said> {
  if (flow.isUndo) {
    return person.undo();
  }
  const isSame = before?.told === last.told && before.why === last.why;
  return last.isOfferedAgain && !isSame ? person.again() : person.wish(flow.wish);
}

const hasSent = ({ delivered }: World) => delivered.includes(new URL(ENDPOINT).pathname);
