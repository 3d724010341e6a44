import { useEffect } from 'react';

/** Puts a note before the title of the document, where it is read in the browser's tab: "(1 down) Connections". */
export function useTitleNote(note: string): void {
  // After each rendering, because Grafana sets the title of its pages whenever it likes.
  useEffect(() => {
    if (note === '') {
      return undefined;
    }
    const bare = document.title;
    document.title = `${note} ${bare}`;
    const noted = document.title;
    return () => {
      if (document.title === noted) {
        document.title = bare;
      }
    };
  });
}
