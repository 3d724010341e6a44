const optionsOfBoth = `\
  --grafana VERSION   which Grafana to answer as: 12.3.0, 12.4.0 (default) or 13.2.1, or the beginning of one
  --port PORT         Grafana's port (3000)
  --irm-port PORT     IRM's port (8080)
  --host ADDRESS      address to listen on (default: this machine only, 127.0.0.1 and ::1)
  --data FILE         keep the state in FILE (created when missing); without it, state ends with the process
  --provision PATH    a new sandbox has what this file of Grafana's provisioning of alerting holds (YAML or JSON),
                      or each file of a folder; may be given several times
  --speed FACTOR      how fast time passes in both stand-ins; 10 is ten times as fast
  --replicas COUNT    how many Grafanas share one database behind a load balancer that takes turns (up to 5)
  --seed JSON         how much a new sandbox holds, for measuring, such as
                      '{"connections":500,"rules":10000,"contactPoints":1000,"beatSeconds":60}'
  --open              show the page in the browser once it is ready
  --version           the version of the stand-ins
  -h, --help          this text`;

const environmentOfBoth = `\
  PORT, IRM_PORT, HOST, GRAFANA_STANDIN_VERSION, SANDBOX_SPEED, SANDBOX_REPLICAS, SANDBOX_SEED
                      the same as --port, --irm-port, --host, --grafana, --speed, --replicas and --seed, which come first`;

const settings = `\
Settings of Grafana, under its own names, so that a real one can be given the same
  GF_UNIFIED_ALERTING_ENABLED=true                     alerting at all
  GF_UNIFIED_ALERTING_DISABLED_ORGS                    organisations without alerting, such as 1
  GF_UNIFIED_ALERTING_MIN_INTERVAL=10s                 no rule is evaluated more often, whatever it says
  GF_UNIFIED_ALERTING_SCHEDULER_TICK_INTERVAL=10s      counts with GF_FEATURE_TOGGLES_ENABLE=configurableSchedulerTick
  GF_UNIFIED_ALERTING_EXECUTE_ALERTS=true              whether this server evaluates rules
  GF_UNIFIED_ALERTING_STATE_HISTORY_ENABLED=true       whether changes of state are kept
  GF_UNIFIED_ALERTING_STATE_HISTORY_BACKEND=annotations  in which form they are told: annotations or loki
  GF_UNIFIED_ALERTING_ALLOWED_INTEGRATIONS             types that contact points may have (13.2.1; all by default)
  GF_SERVER_ROOT_URL, GF_SERVER_SERVE_FROM_SUB_PATH    where Grafana says that it is, and whether it answers there itself
  GF_AUTH_ANONYMOUS_ENABLED=false                      whether one may look without signing in
  GF_AUTH_ANONYMOUS_ORG_ROLE=Viewer                    and as what
  GF_SECURITY_CONTENT_SECURITY_POLICY=false            whether the page comes with a content security policy
  GF_QUOTA_ENABLED=false, GF_QUOTA_ORG_ALERT_RULE=100  how many alert rules an organisation may have`;

const control = `\
Users: admin/admin, editor/editorpass, viewer/viewerpass (on the page, and as Basic authorization on the API).

To see what a plugin does when things go wrong
  curl -X POST 'localhost:3000/sandbox/restart?kind=graceful'   Grafana restarts: status in memory is lost, its delivery log kept
  curl -X POST 'localhost:3000/sandbox/restart?kind=kill'       Grafana is killed and starts again: the delivery log is lost too
  curl -X POST 'localhost:3000/sandbox/restart?kind=kill&replica=1&down=60'   only the first of several, for 60 s
  curl -X POST 'localhost:3000/sandbox/route?to=2'              the load balancer asks the second one only (or roundRobin, sticky)
  curl -X POST 'localhost:3000/sandbox/person?login=ada&role=None&permissions=folders:read,alert.rules:read@folders:uid:irm-heartbeats'
                                                                ada (password adapass) may only do this; knows editor, viewer and admin, too
  curl -X POST 'localhost:3000/sandbox/reset'                   both stand-ins start from nothing`;

/** Of `npm start`. */
export const startHelp = `Usage: npm start [-- options]

Builds the plugin and serves it inside a page that hosts it as Grafana does, with a
stand-in Grafana on the same port and a stand-in IRM beside it.

Options
  --demo              a new sandbox has six connections in six states, with an hour behind them
  --irm-api           in a new sandbox the plugin is set up for IRM's API, with an administrator's key
  --irm URL           the IRM or OnCall at URL in place of the stand-in IRM, also for --irm-api, which then takes
                      the token in IRM_API_TOKEN
  --plugin DIR        serve the plugin that is built in DIR, such as an older one, as it is
  --no-build          take the plugin as it is in dist/, even when src/ is newer
  --rebuild           build everything anew
${optionsOfBoth}

Environment
${environmentOfBoth}
  SANDBOX_IRM_API=1, SANDBOX_IRM
                      the same as --irm-api and --irm
  SANDBOX_TOOLCHAIN=oldest
                      which packages of Grafana the page is made of: the oldest supported, or "newest",
                      which needs "npm ci --prefix tests/newest"
  SANDBOX_REACT=production
                      which build of React the page is made with: the one that Grafana has, or "development",
                      which is slower and warns in the browser's console of what is wrong

${settings}

${control}
`;

/** Of the package's command. */
export const commandHelp = `Usage: grafana-alerting-stand-in [options]

Starts a stand-in of Grafana's alerting and one of Grafana IRM that deliver to each other, for trying and testing.

Options
  --plugin DIR        install the app plugin that is built in DIR, or in DIR/dist, and show it in a page;
                      without it there is only the API
${optionsOfBoth}

Environment
${environmentOfBoth}

${settings}

${control}
`;
