import { bundleGrafana } from './bundleGrafana';
import { bundleLibraries } from './bundleLibraries';

/** Runs once before all tests. */
export default async function bundles(): Promise<void> {
  await bundleGrafana();
  await bundleLibraries();
}
