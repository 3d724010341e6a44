export { default } from './.config/jest.config.mjs';
