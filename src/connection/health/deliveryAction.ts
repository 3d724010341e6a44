import type { TestFailure } from '../port/testVerdict';
import type { NextAction } from './types';

/** What mends a failed delivery, by its cause (oncall-2026-01/09-delivery-outcomes.json, receivers-test.json). */
export const DELIVERY_ACTIONS: Readonly<Record<TestFailure, NextAction>> = {
  wrongKey: 'checkIrm',
  wrongPath: 'rotateEndpoint',
  wrongType: 'rotateEndpoint',
  invalidUrl: 'rotateEndpoint',
  rateLimited: 'wait',
  targetError: 'checkIrm',
  unexpectedStatus: 'checkIrm',
  other: 'checkIrm',
  refused: 'checkNetwork',
  nameNotFound: 'checkNetwork',
  tls: 'checkNetwork',
  tlsUntrusted: 'checkNetwork',
  tlsExpired: 'checkNetwork',
  tlsName: 'checkNetwork',
  proxy: 'checkNetwork',
  gatewayError: 'checkNetwork',
  signInAsked: 'checkNetwork',
  tooLarge: 'checkNetwork',
  timeout: 'checkNetwork',
};
