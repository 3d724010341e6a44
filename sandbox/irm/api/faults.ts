import type { MiddlewareHandler } from 'hono';
import type { IrmContext } from '../context';
import { json, serverErrorPage, text } from '../http/answers';
import { throttledAnswer } from './view';

/** Stands before the whole public API and does what the fault of IRM says, whoever asks and for what. */
export function apiFaults({ store, clock }: IrmContext): MiddlewareHandler {
  return async (_c, next) => {
    const { fault } = store;
    switch (fault?.kind) {
      case undefined:
      case 'late':
        return next();
      case 'slow':
        await new Promise<void>((resolve) => clock.schedule(fault.seconds * 1000, resolve));
        return next();
      case 'error':
        return serverErrorPage();
      case 'throttled':
        return throttledAnswer(fault.seconds, { tellsReset: true });
      case 'page':
        return text('<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1></html>');
      case 'nonsense':
        return json({ count: 'many', results: { id: null } });
    }
  };
}
