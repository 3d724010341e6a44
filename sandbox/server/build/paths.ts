import path from 'node:path';

export const projectRoot = path.resolve(__dirname, '../../..');
export const cacheDirectory = path.join(projectRoot, '.cache');
export const distDirectory = path.join(projectRoot, 'dist');
export const nodeModules = path.join(projectRoot, 'node_modules');
