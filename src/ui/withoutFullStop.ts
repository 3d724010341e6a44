/** A server's words, to stand within a sentence. */
export const withoutFullStop = (text: string): string => text.replace(/[.\s]+$/, '');
