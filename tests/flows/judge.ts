import type { Course } from './faultCase';
import type { Flow } from './flows';
import { differences, type NormalState } from './normalise';
import type { Claim } from './wishes';

/** One thing that is not as it should be after a fault. */
export interface Problem {
  kind:
    | 'threw'
    | 'done, but is not'
    | 'nothing to do, but is'
    | 'untrue list'
    | 'ends otherwise'
    | 'dead end'
    | "others' things";
  lines: string[];
}

export interface Circumstances {
  isPageLost: boolean;
  /** A request arrived after the page had looked whether it did. */
  isLate: boolean;
}

/** Compares a flow that met a fault with the same flow in peace. */
export function judge(flow: Flow, course: Course, peace: Course, { isPageLost, isLate }: Circumstances): Problem[] {
  const { first, last } = course;
  const open = differences(peace.end, course.then);
  const mustSend = flow.wish.do === 'test' || flow.wish.do === 'realAlert';
  const problems: Problem[] = [];
  // Whoever lost the page did not see what it said.
  if (!isPageLost) {
    if (first.told === 'done' && (open.length > 0 || (mustSend && !course.sentAtFirst))) {
      problems.push({ kind: 'done, but is not', lines: open });
    }
    if (first.told === 'nothing' && ['up to date', 'gone'].includes(first.why) && open.length > 0) {
      problems.push({ kind: 'nothing to do, but is', lines: [first.why, ...open] });
    }
    const said = first.says.filter(({ is }) => !isLate || is !== 'not done');
    const untrue = said.filter((claim) => !isTrue(claim, course, peace));
    if (untrue.length > 0) {
      problems.push({
        kind: 'untrue list',
        lines: untrue.map(({ is, object, action, name }) => `${is}: ${action} ${object} "${name}"`),
      });
    }
  }
  const different = differences(peace.end, course.end);
  if (different.length > 0 || (mustSend && !course.sent)) {
    problems.push({ kind: 'ends otherwise', lines: different });
  } else if (isSettled(peace) && !isSettled(course)) {
    problems.push({ kind: 'dead end', lines: [`${last.told}: ${last.why}`] });
  }
  if (course.foreign.length > 0) {
    problems.push({ kind: "others' things", lines: course.foreign });
  }
  return problems;
}

const isSettled = ({ last }: Course) => last.told === 'done' || last.told === 'nothing';

function isTrue({ is, object, action, name }: Claim, course: Course, peace: Course): boolean {
  const find = (state: NormalState) => objectIn(state, object, name);
  const now = find(course.then);
  // A contact point that is renamed later takes its rules along.
  const isAsWanted = differences(now, find(peace.end)).every((line) => /receiver/.test(line));
  switch (is) {
    case 'in place':
      return now !== undefined && (action === 'keep' || isAsWanted);
    case 'removed':
      return now === undefined;
    case 'not done':
      if (action === 'delete') {
        return now !== undefined;
      }
      // What was only to be kept is listed with the rest; nobody is misled about what to do.
      return action === 'keep' || !isAsWanted || differences(now, find(course.before)).length === 0;
    case 'uncertain':
      return true;
  }
}

function objectIn(state: NormalState, object: Claim['object'], name: string): unknown {
  switch (object) {
    case 'contactPoint':
      return state.contactPoints[name];
    case 'rule':
      return Object.entries(state.rules).find(([key]) => key.endsWith(`/${name}`))?.[1];
    case 'folder':
      return Object.values(state.folders).find((folder) => (folder as { title: string }).title === name);
  }
}
