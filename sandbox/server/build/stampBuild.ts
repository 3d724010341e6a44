import { writeStamp } from './stamp';

/** What npm runs after a build, so that `npm start` need not build again what is there. */
writeStamp().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
