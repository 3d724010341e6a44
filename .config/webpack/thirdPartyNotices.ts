import { Compilation, NormalModule, sources, type Compiler, type Module } from 'webpack';
import { librariesOf, NOTICES_FILE, renderNotices } from '../package/notices';

/**
 * Writes name, version, terms and notice of each library that is part of the bundle, also of those whose modules webpack
 * has joined with others. Libraries that Grafana gives at run time are none of them.
 */
export class ThirdPartyNotices {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(ThirdPartyNotices.name, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: ThirdPartyNotices.name, stage }, () => {
        const files = [...compilation.modules]
          .filter((module) => compilation.chunkGraph.getNumberOfModuleChunks(module) > 0)
          .flatMap(filesOf);
        compilation.emitAsset(NOTICES_FILE, new sources.RawSource(renderNotices('plugin', librariesOf(files))));
      });
    });
  }
}

/** The files behind a module; several where webpack has joined modules into one. */
function filesOf(module: Module): string[] {
  if (module instanceof NormalModule) {
    return [module.resource];
  }
  const { modules } = module as Module & { modules?: Iterable<Module> };
  return [...(modules ?? [])].flatMap(filesOf);
}
