/** The query of an alert rule that always fires, without a data source. */
export const ALWAYS_TRUE = {
  refId: 'A',
  datasourceUid: '__expr__',
  model: { refId: 'A', type: 'math', expression: '1 > 0' },
};
