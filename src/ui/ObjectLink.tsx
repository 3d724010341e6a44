import { TextLink } from '@grafana/ui';
import { FOLDER } from '../connection/desired/objects';
import type { PlanStep } from '../connection/plan/types';
import { grafanaPaths } from '../grafana/links';

interface Props {
  object: PlanStep['object'];
  name: string;
  /** Needed for a rule; without it the link leads to the folder of the heartbeat rules. */
  uid?: string;
}

/** An object's name as a link to its page in Grafana. */
export function ObjectLink({ object, name, uid }: Props) {
  return (
    <TextLink href={pathOf(object, name, uid)} inline>
      {name}
    </TextLink>
  );
}

function pathOf(object: PlanStep['object'], name: string, uid: string | undefined): string {
  if (object === 'alertContactPoint' || object === 'heartbeatContactPoint') {
    return grafanaPaths.contactPoint(name);
  }
  if (object === 'folder') {
    return grafanaPaths.folder(uid ?? FOLDER.uid);
  }
  return uid ? grafanaPaths.rule(uid) : grafanaPaths.folder(FOLDER.uid);
}
