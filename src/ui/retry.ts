/** What is offered after a failed reading: another one, and whether it runs; both or neither, so that none runs unseen. */
export type Retry = { onRetry: () => void; isRetrying: boolean } | { onRetry?: undefined; isRetrying?: undefined };
