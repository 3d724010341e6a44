import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { SandboxProblem } from './problem';

export type FetchHandler = (request: Request) => Response | Promise<Response>;

export interface Listener {
  port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0 takes any free port. */
  port: number;
  /** Only this address; by default both of this machine's own, 127.0.0.1 and ::1. */
  host: string | undefined;
  /** Who wants the port and which variable changes it, for the sentence when it is taken. */
  name: string;
  variable: string;
}

export async function listen(options: ListenOptions, handler: FetchHandler): Promise<Listener> {
  const [first, ...others] = options.host ? [options.host] : ['127.0.0.1', '::1'];
  const main = await open(first ?? '127.0.0.1', options.port, options, handler);
  const port = (main.address() as AddressInfo).port;
  const servers = [main];
  try {
    for (const host of others) {
      const server = await open(host, port, options, handler).catch((error: unknown) => ignoreMissingFamily(error));
      if (server) {
        servers.push(server);
      }
    }
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
  return { port, close: () => closeAll(servers) };
}

function open(host: string, port: number, options: ListenOptions, handler: FetchHandler): Promise<Server> {
  const server = createAdaptorServer({ fetch: handler, overrideGlobalObjects: false }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, host, port, options) ?? error));
    server.listen({ port, host, ipv6Only: true }, () => resolve(server));
  });
}

function problemOf(error: NodeJS.ErrnoException, host: string, port: number, { name, variable }: ListenOptions) {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SandboxProblem(
        `Port ${port}, meant for ${name}, is in use by another program: end that, or choose another port with ${variable}=${port + 1}.`
      );
    case 'EACCES':
      return new SandboxProblem(`Port ${port} may not be used by this user: choose one above 1023 with ${variable}.`);
    case 'ENOTFOUND':
      return new SandboxProblem(`HOST is "${host}", which is not an address of this machine.`);
    default:
      return undefined;
  }
}

/** A machine without IPv6 has no ::1. */
function ignoreMissingFamily(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') {
    return undefined;
  }
  throw error;
}

/** Open connections are cut: whoever stops the sandbox does not want to wait for a browser to let go. */
async function closeAll(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    })
  );
}
