/** Whether what was asked for may have happened although the answer was an error, was of another form, or never came. */
export const leavesDoubt = ({ reason, status }: { reason: string; status: number | undefined }): boolean =>
  reason === 'unreachable' ||
  reason === 'timeout' ||
  reason === 'unexpected' ||
  reason === 'busy' ||
  // What is too large for something in front of Grafana never got there.
  (reason === 'webPage' && status !== 413) ||
  (status !== undefined && status >= 200 && status < 300);

/** Whether Grafana, or something in front of it, may still be at the write, and carry it out after it was looked for. */
export const mayStillCome = ({ reason }: { reason: string }): boolean =>
  reason === 'timeout' || reason === 'unreachable';
