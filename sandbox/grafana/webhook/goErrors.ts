/** Tells why a request could not be made, in the words of Go's HTTP client. The address itself is never named. */
export function goClientError(method: string, address: string, error: unknown): string {
  const verb = method.charAt(0) + method.slice(1).toLowerCase();
  return `${verb} "<redacted>": ${reason(address, error)}`;
}

/** Go tells a missing scheme from an unknown one; both before anything is sent. */
export function schemeProblem(address: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase() ?? '';
  if (scheme !== 'http' && scheme !== 'https') {
    return `unsupported protocol scheme "${scheme}"`;
  }
  return URL.canParse(address) ? undefined : 'http: no Host in request URL';
}

function reason(address: string, error: unknown): string {
  const cause = rootCause(error);
  const host = URL.canParse(address) ? new URL(address) : undefined;
  const name = host?.hostname ?? '';
  const port = host?.port || (host?.protocol === 'https:' ? '443' : '80');
  switch (cause.code) {
    case 'ECONNREFUSED':
      return `dial tcp ${cause.address ?? name}:${cause.port ?? port}: connect: connection refused`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `dial tcp: lookup ${name} on 127.0.0.53:53: no such host`;
    case 'EHOSTUNREACH':
      return `dial tcp ${cause.address ?? name}:${port}: connect: no route to host`;
    case 'ENETUNREACH':
      return `dial tcp ${cause.address ?? name}:${port}: connect: network is unreachable`;
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return `dial tcp ${name}:${port}: i/o timeout`;
    case 'ECONNRESET':
      return 'read: connection reset by peer';
    case 'UND_ERR_SOCKET':
      return 'EOF';
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'EPROTO':
      return 'tls: first record does not look like a TLS handshake';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
    case 'CERT_HAS_EXPIRED':
      return 'tls: failed to verify certificate: x509: certificate has expired or is not yet valid';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `tls: failed to verify certificate: x509: certificate is not valid for ${name}`;
    default:
      // Node's fetch does not even try some ports, port 1 among them; nothing listens there.
      return cause.message === 'bad port' ? `dial tcp ${name}:${port}: connect: connection refused` : cause.message;
  }
}

interface Cause {
  code?: string;
  address?: string;
  port?: number;
  message: string;
}

/** Node wraps what went wrong in `cause`, and tries of several addresses in `errors`. */
function rootCause(error: unknown): Cause {
  const wrapped = error as { cause?: unknown; errors?: unknown[]; message?: string } | undefined;
  const inner = wrapped?.cause ?? wrapped?.errors?.[0];
  return inner ? rootCause(inner) : { message: 'request failed', ...pick(error) };
}

function pick(error: unknown): Partial<Cause> {
  const { code, address, port, message } = (error ?? {}) as Partial<Cause>;
  return { code, address, port, ...(message ? { message } : {}) };
}
