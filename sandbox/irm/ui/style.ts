/** The page's look: light and dark, from a wide table down to cards on a narrow screen. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #ffffff; --line: #d5d9e0; --text: #1f2530; --quiet: #59616f; --link: #1a55c4;
  --primary: #2f62d4; --on-primary: #ffffff; --field: #ffffff; --code: #eef0f4;
  --good: #14683a; --good-back: #dcf3e4; --bad: #a4161f; --bad-back: #fde3e3; --warn: #7a4b00; --warn-back: #fdeecd;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #111217; --card: #1a1c22; --line: #353945; --text: #dcdfe6; --quiet: #a0a7b5; --link: #86aefc;
    --primary: #3d71d9; --field: #111217; --code: #24272f;
    --good: #7edba0; --good-back: #143322; --bad: #ff9a9e; --bad-back: #44191c; --warn: #f4c46a; --warn-back: #3f2e0d;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
p { margin: 0; }
h1 { font-size: 1.5rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
a { color: var(--link); }
main { max-width: 1240px; margin: 0 auto; padding: 1.25rem; display: grid; gap: .9rem; }
main > h1, main > p { margin: 0; }
section { min-width: 0; }
.top { background: var(--card); border-bottom: 1px solid var(--line); padding: .7rem 1.25rem; display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: baseline; }
.top p, .quiet { color: var(--quiet); font-size: .9rem; font-weight: 400; }
.brand { font-weight: 650; font-size: 1.1rem; color: inherit; text-decoration: none; }
.lost .brand::after { content: ' (not reachable)'; color: var(--bad); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; }
.columns { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); }
.fields { display: grid; gap: .75rem; grid-template-columns: 10rem 1fr 1.5fr 10rem auto; align-items: end; }
.templates { display: grid; gap: .75rem; margin-top: .6rem; }
.templates button { justify-self: start; }
label { display: grid; gap: .25rem; font-size: .9rem; font-weight: 550; min-width: 0; }
label.check, label.inline { display: flex; align-items: center; gap: .5rem; font-weight: 400; }
label.check { margin-top: .8rem; }
input, select, button { font: inherit; color: inherit; min-height: 2.25rem; border-radius: 6px; border: 1px solid var(--line); }
input, select { font-weight: 400; background: var(--field); padding: 0 .6rem; width: 100%; min-width: 0; }
input[type=checkbox] { width: 1.1rem; min-height: 1.1rem; flex: none; }
input[type=number] { width: 5.5rem; }
button { background: var(--card); padding: 0 .8rem; cursor: pointer; white-space: nowrap; }
button:hover:enabled { border-color: var(--quiet); }
button:disabled { opacity: .5; cursor: default; }
button.primary { background: var(--primary); border-color: var(--primary); color: var(--on-primary); }
button.danger { color: var(--bad); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.error { color: var(--bad); grid-column: 1 / -1; }
.error:empty { display: none; }
code, pre, .code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .85rem; }
code { background: var(--code); border-radius: 4px; padding: .1rem .35rem; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 6px; padding: .75rem; overflow: auto; max-height: 24rem; margin: .5rem 0 0; font-weight: 400; }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .4rem 1rem; }
dd { margin: 0; min-width: 0; }
.copyable { display: flex; align-items: center; gap: .5rem; min-width: 0; }
.copyable code { flex: 0 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding: .35rem .5rem; }
.copyable bdi { unicode-bidi: isolate; }
.stacked .copyable code { direction: rtl; }
.columns .copyable code { white-space: normal; }
.card > .quiet + .controls { margin-top: .6rem; }
.heading { display: grid; gap: .2rem; }
.heading h1 { margin: 0; }
.heartbeat { display: grid; gap: .5rem; min-width: 0; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem; }
.controls select { width: auto; }
.badge { display: inline-block; border-radius: 999px; padding: 0 .6rem; font-size: .85rem; font-weight: 600; background: var(--code); }
.badge.up, .badge.resolved { color: var(--good); background: var(--good-back); }
.badge.down, .badge.firing, .badge.bad { color: var(--bad); background: var(--bad-back); }
.badge.fault, .badge.acknowledged, .badge.silenced { color: var(--warn); background: var(--warn-back); }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: .7rem .8rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { font-size: .85rem; color: var(--quiet); white-space: nowrap; }
tbody th { font-weight: 550; }
td .copyable { max-width: 24rem; }
.description { font-weight: 400; font-size: .9rem; }
.empty { color: var(--quiet); border: 1px dashed var(--line); border-radius: 8px; padding: 1.25rem; text-align: center; }
.plain { list-style: none; padding: 0; margin: 0; display: grid; gap: .35rem; }
summary { color: var(--link); cursor: pointer; font-weight: 400; font-size: .9rem; width: fit-content; }
.announcement { position: fixed; bottom: 1rem; left: 50%; transform: translateX(-50%); background: var(--text); color: var(--page); padding: .4rem 1rem; border-radius: 6px; opacity: 0; pointer-events: none; }
.announcement.shown { opacity: 1; }
@media (max-width: 960px) {
  .fields { grid-template-columns: 1fr 1fr; }
  .fields .wide { grid-column: 1 / -1; }
  .stacked thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; }
  .stacked tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .stacked tr:last-child { border-bottom: 0; }
  .stacked th, .stacked td { border: 0; padding: .3rem .9rem; }
  .stacked td::before { content: attr(data-label); display: block; font-size: .8rem; color: var(--quiet); }
  .stacked.compact td { display: grid; grid-template-columns: 8.5rem 1fr; align-items: baseline; justify-items: start; }
  td .copyable { max-width: none; }
}
@media (max-width: 480px) {
  main { padding: .9rem; }
  .top { padding: .7rem .9rem; }
  .fields { grid-template-columns: 1fr; }
  dl { grid-template-columns: 1fr; gap: .1rem; }
  dd { margin-bottom: .5rem; }
}
`;
