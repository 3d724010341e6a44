/** The text up to a number of characters, none of which is cut in half. */
export const shortened = (text: string, most: number): string => [...text.slice(0, 2 * most)].slice(0, most).join('');
