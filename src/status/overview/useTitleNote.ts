import { useEffect } from 'react';

/** Puts a note before the title of the document, where it is read in the browser's tab: "(1 down) Connections". */
export function useTitleNote(note: string): void {
  // After each rendering, because Grafana sets the title of its pages whenever it likes.
  useEffect(() => {
    if (note === '') {
      return undefined;
    }
    const prefix = `(${note}) `;
    document.title = `${prefix}${document.title}`;
    return () => {
      if (document.title.startsWith(prefix)) {
        document.title = document.title.slice(prefix.length);
      }
    };
  });
}
