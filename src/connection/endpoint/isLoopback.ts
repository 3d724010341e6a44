/** Whether a URL's host name is this very machine, where plain http is as good as https. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])\.?$/.test(hostname);
}

/** Likewise, or the address that a server listens at on all of its networks. */
export const isThisMachine = (hostname: string): boolean =>
  isLoopback(hostname) || hostname === '0.0.0.0' || hostname === '[::]';
