/** Label of every test alert; its value tells one test from all others. */
export const TEST_LABEL = 'irm_connect_test';
