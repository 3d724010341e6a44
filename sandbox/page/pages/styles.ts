import { css } from '@emotion/css';

/** For addresses and tokens, which have no spaces to break at. */
export const breakAnywhere = css({ overflowWrap: 'anywhere', fontFamily: 'monospace' });
