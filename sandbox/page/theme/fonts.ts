import { css } from '@emotion/react';
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';

/** Stands in for the font faces of the theme, whose files are not part of the package: the imports above bring them. */
export function getFontStyles() {
  return css([]);
}
