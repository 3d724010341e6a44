import { bundleGrafana } from './bundleGrafana';

/** Runs once before all tests. */
export default async function bundles(): Promise<void> {
  await bundleGrafana();
}
