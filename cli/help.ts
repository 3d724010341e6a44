/** What `irm-connect --help` prints; docs/fleet.md has the same at length. */
export const HELP = `irm-connect: connects many Grafanas with Grafana IRM, from one file

Usage: irm-connect <command> [--file irm-connect.yaml] [options]

Commands
  plan       Say what apply would do. Changes nothing.
  apply      Do it. A new contact point is made only after a test alert was accepted.
  status     Say whether heartbeats arrive and alerts are routed, worst first.
  coverage   Say how many alert rules reach IRM.
  remove     Say what remove --yes would take away.
  export     Write connections as Terraform or provisioning files, without secrets.

Options
  -f, --file FILE       The fleet; default irm-connect.yaml
  --grafana NAME        Only this Grafana; can be given several times
  --connection NAME     Only this connection; can be given several times
  --parallel N          So many Grafanas at a time; default 8
  --json                The result as JSON on standard output
  -q, --quiet           No progress on standard error
  --details             plan, apply: all settings of new objects, too
  --no-test             apply: send no test alert before making a contact point
  --force               plan, apply: even where heartbeats use up a limit of IRM
  --yes                 remove: do it
  --fail-on LEVEL       status: end with 1 from here on: down (default), late, unknown
  --format FORMAT       export: terraform (default), yaml, json
  --out FOLDER          export: a folder for each Grafana instead of standard output
  --watch [--every 30s] status: look again and again until Ctrl-C
  -h, --help, --version

Ends with 0 when all is as wanted, 1 when there is something to do, a heartbeat is
not well, or a rule reaches nobody, 2 when command or file cannot be understood,
3 when a Grafana could not be asked, 4 when something was refused, 130 after
Ctrl-C. The worst one counts.

Tokens and endpoints come from environment variables that the file names, never
from the file itself. A certificate of your own goes into NODE_EXTRA_CA_CERTS.
`;
