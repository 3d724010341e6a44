/** Whether a file of the plugin could not be loaded: it was updated meanwhile, or the connection was lost. */
export const isMissingChunk = ({ name, message }: Error): boolean =>
  name === 'ChunkLoadError' || /loading (css )?chunk/i.test(message);
