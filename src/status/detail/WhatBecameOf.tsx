import { useIsMutating } from '@tanstack/react-query';
import { useEffect } from 'react';
import { remainingIn } from '../../connection/apply/remainingIn';
import { connectionWithId } from '../../connection/ownership/connections';
import type { GrafanaReading } from '../../connection/reading/reading';
import type { ReadingData } from '../../ui/reading/useReading';
import { donePartly } from './actions/donePartly';
import type { Done, Tried } from './actions/types';

interface Props extends Tried {
  /** Of the page. */
  connectionId: string;
  data: ReadingData;
  /** Nothing newer could be read. */
  isStale: boolean;
  onTold(done: Done, from: string): void;
  /** The connection is gone, and not by this plan. */
  onGone(): void;
}

/**
 * After a dialog was closed over a plan that it did not tell as done: the plan was stopped, or its outcome was not seen.
 * Where it moved the connection, or deleted it, this page is about nothing; the person is led on and told what Grafana
 * shows.
 */
export default function WhatBecameOf({ connectionId, data, isStale, onTold, onGone, ...tried }: Props) {
  // The step under way at a stop ends first, and is looked at.
  const isKnown = useIsMutating() === 0 && !isStale;
  const { reading } = data;
  useEffect(() => {
    const told = isKnown ? seenOf(tried, connectionId, reading) : undefined;
    if (told) {
      onTold(told, connectionId);
    } else if (isKnown && !connectionWithId(connectionId, reading)) {
      onGone();
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- with what is known, not with functions made anew
  }, [isKnown, reading]);
  return null;
}

/** What there is to tell of a plan; undefined where the page of the connection shows it. */
function seenOf({ plan, done, isTakenBack = false }: Tried, id: string, reading: GrafanaReading): Done | undefined {
  const isHere = connectionWithId(id, reading) !== undefined;
  const steps = remainingIn(plan, reading);
  const { movedTo = id } = done;
  if (movedTo === id) {
    const isDeletion = plan.steps.some(({ action }) => action === 'delete');
    return !isHere && isDeletion && steps.every(({ object }) => object === 'folder') ? done : undefined;
  }
  const isBegun = plan.steps.some((step) => step.action !== 'keep' && !steps.includes(step));
  if (!isBegun || !connectionWithId(movedTo, reading) || (isHere && isTakenBack)) {
    return undefined;
  }
  if (steps.length === 0) {
    return done;
  }
  return {
    ...done,
    unfinished: { title: donePartly(), plan, goOn: isHere ? 'rotateEndpoint' : 'repair' },
    movedTo: isHere ? id : movedTo,
  };
}
