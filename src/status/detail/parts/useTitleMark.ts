import { useEffect } from 'react';

/**
 * Puts a word before the title of the browser's tab, so that it tells from afar: "(down) Payments". The host writes the
 * title itself whenever it draws the page, so this is done again with every change of the page.
 */
export function useTitleMark(word: string | undefined): void {
  useEffect(() => {
    if (word === undefined) {
      return undefined;
    }
    const mark = `(${word.toLocaleLowerCase()}) `;
    if (!document.title.startsWith(mark)) {
      document.title = mark + document.title;
    }
    return () => {
      document.title = document.title.replace(mark, '');
    };
  });
}
