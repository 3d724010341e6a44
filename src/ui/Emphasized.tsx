import { Fragment } from 'react';

/**
 * A translated text in which what stands between two pairs of asterisks is bold, as in Markdown. `Trans` would do it, too,
 * and brings 4 kB of a reader of markup into a page that has no other use for it.
 */
export function Emphasized({ children }: { children: string }) {
  return children
    .split('**')
    .map((part, index) =>
      index % 2 === 1 ? <strong key={index}>{part}</strong> : <Fragment key={index}>{part}</Fragment>
    );
}
