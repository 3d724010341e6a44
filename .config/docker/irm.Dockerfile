# The stand-in for IRM as one file. Only what bundles it is installed, in the versions that sandbox/package.json names.
FROM node:22-alpine AS build
WORKDIR /build
COPY sandbox/package.json ./named.json
RUN npm install --no-audit --no-fund --ignore-scripts \
    $(node -p "const { devDependencies: all } = require('./named.json'); \
      ['esbuild', 'hono', '@hono/node-server', 'zod'].map((name) => name + '@' + all[name]).join(' ')")
COPY sandbox ./sandbox
RUN npx esbuild sandbox/irmServer.ts --bundle --platform=node --target=node22 --outfile=irm.cjs

FROM node:22-alpine
COPY --from=build /build/irm.cjs /irm.cjs
USER node
EXPOSE 8080
CMD ["node", "/irm.cjs"]
