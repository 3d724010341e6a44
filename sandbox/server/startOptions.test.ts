import { DEFAULT_CONFIGURATION } from '../grafana/server/configuration';
import { readStartOptions } from './startOptions';

describe('what npm start understands', () => {
  it('has defaults that need no configuration', () => {
    expect(readStartOptions([], {})).toEqual({
      help: false,
      showVersion: false,
      port: 3000,
      irmPort: 8080,
      speed: 1,
      version: '12.4.0',
      replicas: 1,
      host: undefined,
      toolchain: 'oldest',
      react: 'production',
      dataFile: undefined,
      build: 'ifNeeded',
      irmApi: false,
      realIrm: undefined,
      demo: false,
      scale: undefined,
      open: false,
      provisioning: [],
      pluginDirectory: undefined,
      configuration: DEFAULT_CONFIGURATION,
    });
  });

  it('takes ports, speed and version from the environment, and flags', () => {
    const env = {
      PORT: '3100',
      IRM_PORT: '8180',
      SANDBOX_SPEED: '10',
      GRAFANA_STANDIN_VERSION: '13.2.1',
      HOST: '::',
      SANDBOX_TOOLCHAIN: 'newest',
      SANDBOX_REACT: 'development',
      SANDBOX_IRM_API: '1',
      SANDBOX_REPLICAS: '2',
    };
    expect(readStartOptions(['--data', 'state.json', '--rebuild'], env)).toEqual({
      help: false,
      showVersion: false,
      port: 3100,
      irmPort: 8180,
      speed: 10,
      version: '13.2.1',
      replicas: 2,
      host: '::',
      toolchain: 'newest',
      react: 'development',
      dataFile: 'state.json',
      build: 'always',
      irmApi: true,
      realIrm: undefined,
      demo: false,
      scale: undefined,
      open: false,
      provisioning: [],
      pluginDirectory: undefined,
      configuration: DEFAULT_CONFIGURATION,
    });
  });

  it('takes a flag before the environment, and the beginning of a version', () => {
    const flags = ['--port', '3200', '--irm-port=8280', '--grafana', '12.3', '--speed', '2', '--host', '::1'];
    const env = { PORT: '3100', GRAFANA_STANDIN_VERSION: '13.2.1', HOST: '::' };
    const expected = { port: 3200, irmPort: 8280, version: '12.3.0', speed: 2, host: '::1' };
    expect(readStartOptions(flags, env)).toMatchObject(expected);
  });

  it('takes settings of Grafana under the names that Grafana has for them', () => {
    const { configuration } = readStartOptions([], { GF_UNIFIED_ALERTING_MIN_INTERVAL: '5m' });
    expect(configuration.unifiedAlerting.minIntervalSeconds).toBe(300);
  });

  it('takes the API of IRM into the set-up by a flag as well', () => {
    expect(readStartOptions(['--irm-api'], {}).irmApi).toBe(true);
    expect(readStartOptions([], { SANDBOX_IRM_API: '0' }).irmApi).toBe(false);
  });

  it('takes a real IRM in place of the stand-in, with a token for its API', () => {
    const url = 'https://oncall.example.net/oncall';
    expect(readStartOptions(['--irm', `${url}/`], {}).realIrm).toEqual({ url, token: undefined });
    const env = { SANDBOX_IRM: url, IRM_API_TOKEN: 'secret' };
    expect(readStartOptions(['--irm-api'], env).realIrm).toEqual({ url, token: 'secret' });
  });

  it.each([
    [{ PORT: 'http' }, [], 'PORT is "http"; it must be a whole number from 0 to 65535.'],
    [{ IRM_PORT: '70000' }, [], 'IRM_PORT is "70000"; it must be a whole number from 0 to 65535.'],
    [{ PORT: '8080' }, [], 'PORT and IRM_PORT are both 8080: choose two different ports.'],
    [{ SANDBOX_SPEED: '0' }, [], 'SANDBOX_SPEED is "0"; it must be a number above 0 and at most 1000, such as 10.'],
    [{}, ['--port', 'http'], '--port is "http"; it must be a whole number from 0 to 65535.'],
    [{}, ['--grafana', '1'], '--grafana is "1"; it must be one of 12.3.0, 12.4.0, 13.2.1.'],
    [{}, ['--provision', 'nowhere.yaml'], 'nowhere.yaml, which Grafana should be provisioned with, is not there.'],
    [{ GRAFANA_STANDIN_VERSION: '9' }, [], 'GRAFANA_STANDIN_VERSION is "9"; it must be one of 12.3.0, 12.4.0, 13.2.1.'],
    [{ SANDBOX_REPLICAS: '0' }, [], 'SANDBOX_REPLICAS is "0"; it must be a whole number from 1 to 5.'],
    [{ SANDBOX_TOOLCHAIN: '13' }, [], 'SANDBOX_TOOLCHAIN is "13"; it must be oldest or newest.'],
    [{ SANDBOX_REACT: 'fast' }, [], 'SANDBOX_REACT is "fast"; it must be production or development.'],
    [{ SANDBOX_IRM_API: 'yes' }, [], 'SANDBOX_IRM_API is "yes"; it must be 1 or 0.'],
    [{ GF_QUOTA_ENABLED: '2' }, [], 'GF_QUOTA_ENABLED is "2"; it must be true or false.'],
    [{}, ['--date'], 'Unknown option \'--date\'. Run "npm start -- --help" to see what there is.'],
    [{ SANDBOX_IRM: 'oncall' }, [], 'SANDBOX_IRM is "oncall"; it must be an address that begins with http.'],
    [{}, ['--irm', 'ftp://oncall'], '--irm is "ftp://oncall"; it must be an address that begins with http.'],
    [{}, ['--irm', 'http://o', '--demo'], '--demo and --seed make integrations in the stand-in IRM: leave out --irm.'],
    [{}, ['--irm', 'http://o', '--irm-api'], "The plugin needs a token for IRM's API: set IRM_API_TOKEN."],
    [{}, ['--no-build', '--rebuild'], '--no-build and --rebuild exclude each other: leave one of them out.'],
  ])('says in one sentence what is wrong with %j %j', (env, args, sentence) => {
    expect(() => readStartOptions(args, env)).toThrow(sentence);
  });
});
