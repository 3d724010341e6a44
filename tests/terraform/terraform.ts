import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The binary, and the folder with `terraform-provider-grafana`; undefined where they are not given. */
export interface Tools {
  binary: string;
  providerFolder: string;
}

export function toolsFrom({ TERRAFORM, TERRAFORM_PROVIDER }: NodeJS.ProcessEnv): Tools | undefined {
  return TERRAFORM && TERRAFORM_PROVIDER
    ? { binary: TERRAFORM, providerFolder: path.resolve(TERRAFORM_PROVIDER) }
    : undefined;
}

/** What a run of Terraform came to. */
interface Ended {
  code: number;
  /** Both outputs, one behind the other. */
  said: string;
}

interface Place {
  grafanaUrl: string;
  /** Of a service account. */
  grafanaToken: string;
  irmUrl: string;
  irmToken: string;
}

/**
 * A folder of its own with one exported file in it. The provider is taken from where it lies (`dev_overrides`), so that
 * no registry is asked, and every address that it knows by default is replaced by one of this machine.
 */
export function terraformFolder({ binary, providerFolder }: Tools, place: Place) {
  const folder = mkdtempSync(path.join(tmpdir(), 'irm-terraform-'));
  const within = (name: string) => path.join(folder, name);
  writeFileSync(
    within('cli.tfrc'),
    `disable_checkpoint = true
provider_installation {
  dev_overrides {
    "grafana/grafana" = ${JSON.stringify(providerFolder)}
  }
}
`
  );

  function run(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      TF_CLI_CONFIG_FILE: within('cli.tfrc'),
      TF_IN_AUTOMATION: '1',
      TF_CLI_ARGS: '-no-color',
      GRAFANA_URL: place.grafanaUrl,
      GRAFANA_AUTH: place.grafanaToken,
      GRAFANA_RETRIES: '0',
      GRAFANA_ONCALL_URL: place.irmUrl,
      GRAFANA_ONCALL_ACCESS_TOKEN: place.irmToken,
      ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value])),
    };
    return new Promise((resolve) => {
      execFile(binary, args, { cwd: folder, env, timeout: 300_000 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, said: `${stdout}${stderr}` });
      });
    });
  }

  return {
    run,
    write: (text: string) => writeFileSync(within('main.tf'), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
