/** What loaders of AMD modules tell a module about itself. */
declare module 'amd-module' {
  const host: { uri?: string } | undefined;
  export default host;
}
