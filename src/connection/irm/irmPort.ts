import type { Endpoint } from '../model';
import type { Result } from '../result';

/** Why a call to IRM did not do what was asked. */
export interface IrmError {
  reason:
    /** The plugin's settings name no IRM, or Grafana runs an older version of the plugin. */
    | 'notConfigured'
    /** The signed-in user is below the role that the plugin's route asks for. */
    | 'userRoleTooLow'
    /** The signed-in user's session has ended. */
    | 'signedOut'
    /** IRM does not take the token: mistyped, deleted, expired, or of another stack than the one that is named. */
    | 'tokenRefused'
    /** IRM does not know the stack whose address the settings name. */
    | 'stackUnknown'
    /** IRM takes the token, which may not do this. */
    | 'forbidden'
    | 'notFound'
    /** An integration of this name is there already in this team. */
    | 'nameTaken'
    | 'invalid'
    | 'rateLimited'
    | 'timeout'
    | 'unreachable'
    /** Something in front of Grafana answered, and the request never came to the plugin's route. */
    | 'inFront'
    /** Something else than IRM's API answers: a web page, or an answer of another form. */
    | 'wrongAddress'
    /** IRM answers that something went wrong on its side. */
    | 'serverError'
    /** The plugin's own code for it could not be loaded; nothing was sent. */
    | 'notLoaded'
    | 'unexpected';
  /** IRM's own words, without secrets; those of somebody else, or the plugin's, where `instead` says so. */
  message: string;
  /** What came in place of IRM's own words. `othersWords`: those of Grafana, or of something on the way to IRM. */
  instead?: 'webPage' | 'unknownForm' | 'othersWords' | 'noWords';
  /** HTTP status, undefined when there was no answer. */
  status: number | undefined;
  /** What is wrong with single fields of a request, by IRM's name of the field; empty for other reasons than `invalid`. */
  fields: Readonly<Record<string, string>>;
  /** Seconds until IRM takes requests again, where it tells. */
  waitSeconds: number | undefined;
}

export type IrmResult<T> = Promise<Result<T, IrmError>>;

/** An integration, as far as the plugin looks at it. Times are epoch milliseconds. */
export interface IrmIntegration {
  id: string;
  name: string;
  /** IRM's name of the type, for example `alertmanager`. */
  type: string;
  /** '' when there is none. */
  description: string;
  /** Undefined for an integration without a team. */
  teamId: string | undefined;
  /** Where it takes alerts in; undefined for types without an HTTP endpoint. */
  endpoint: Endpoint | undefined;
  /** Where it takes beats; undefined for types without a heartbeat. */
  heartbeatUrl: string | undefined;
  /** The chain that the default route starts; undefined pages nobody. */
  escalationChainId: string | undefined;
  templates: IrmTemplates;
  /** Undefined when alerts are handled as usual. */
  maintenance: { mode: string; startedAt: number | undefined; endsAt: number | undefined } | undefined;
}

/** Undefined leaves a template to the type of the integration. */
export interface IrmTemplates {
  groupingKey: string | undefined;
  resolveSignal: string | undefined;
}

/** What a new integration is to be, or what is to change. */
export interface IntegrationWish {
  type: string;
  name: string;
  /** At most 250 characters, counted as code points. */
  description: string;
  teamId: string | undefined;
  escalationChainId: string | undefined;
  templates: Partial<IrmTemplates>;
}

export interface IrmTeam {
  id: string;
  name: string;
}

export interface EscalationChain {
  id: string;
  name: string;
  teamId: string | undefined;
}

export type AlertGroupState = 'firing' | 'acknowledged' | 'silenced' | 'resolved';

/** Times are epoch milliseconds. */
export interface AlertGroup {
  id: string;
  integrationId: string;
  title: string;
  state: AlertGroupState;
  createdAt: number;
  resolvedAt: number | undefined;
  alertsCount: number;
  /** Its page in IRM; undefined when IRM names none. */
  link: string | undefined;
  /** The newest alert in it: when IRM took it in, and what was sent. */
  lastAlert: { createdAt: number | undefined; payload: unknown };
}

export interface AlertGroupSearch {
  integrationId: string;
  state?: AlertGroupState;
  /** Groups that began in this range, epoch milliseconds. */
  startedBetween?: readonly [from: number, to: number];
  /** From 1 on. */
  page?: number;
  perPage?: number;
}

/** One page of a list of IRM. */
export interface IrmPage<T> {
  items: T[];
  /** How many there are on all pages together. */
  total: number;
  hasMore: boolean;
}

/** Whom a token belongs to, where IRM tells it. */
export interface TokenOwner {
  name: string;
  role: string;
}

/**
 * All that the plugin asks of IRM's public API. Every call answers with a result and never throws. Reads are tried a
 * second time when IRM could not be reached or failed; nothing else is. IRM lets 300 requests a minute through.
 */
export interface IrmPort {
  /** A page of all integrations, in IRM's order. IRM filters them by nothing but the exact name. */
  listIntegrations(search: { page?: number; perPage?: number; name?: string }): IrmResult<IrmPage<IrmIntegration>>;
  /** `notFound` when it was deleted, or belongs to another organisation. */
  getIntegration(id: string): IrmResult<IrmIntegration>;
  createIntegration(wish: IntegrationWish): IrmResult<IrmIntegration>;
  /** Changes what is given and leaves the rest. */
  updateIntegration(
    id: string,
    change: Partial<Pick<IntegrationWish, 'escalationChainId' | 'templates'>>
  ): IrmResult<IrmIntegration>;
  listTeams(): IrmResult<IrmTeam[]>;
  listEscalationChains(): IrmResult<EscalationChain[]>;
  /** Newest first. */
  listAlertGroups(search: AlertGroupSearch): IrmResult<IrmPage<AlertGroup>>;
  getAlertGroup(id: string): IrmResult<AlertGroup>;
  /** One that is resolved already is no error. */
  resolveAlertGroup(id: string): IrmResult<void>;
  /** Undefined when IRM does not tell, as for service accounts. */
  tokenOwner(): IrmResult<TokenOwner | undefined>;
  /** Whether the token may create integrations; asks in a way that creates nothing. */
  mayCreateIntegrations(): IrmResult<boolean>;
  /** Whether the token may resolve alert groups; asks in a way that resolves nothing. */
  mayResolveAlertGroups(): IrmResult<boolean>;
}
