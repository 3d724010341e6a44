/** What Grafana loads of the plugin on each of its own pages, gzipped, in kB of 1,000 bytes (docs/performance.md). */
export const MODULE_BUDGET_KB = 7;
