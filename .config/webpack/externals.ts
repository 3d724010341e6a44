/** Libraries that Grafana gives to every plugin at run time; everything else is part of the bundle. */
export const externals = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  'react-router',
  'rxjs',
  'rxjs/operators',
  'lodash',
  'moment',
  'i18next',
  '@emotion/css',
  '@emotion/react',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
];
