export const detail = (status: number, words: string) => Response.json({ detail: words }, { status });
export const FORBIDDEN = () => detail(403, 'You do not have permission to perform this action.');
export const webPage = (status: number, title: string) =>
  new Response(`<!DOCTYPE html><html><title>${title}</title></html>`, { status });

/** A healthy IRM that a service account with all permissions asks; `instead` answers some paths in its place. */
export function serviceAccountAnswers(instead: Record<string, () => Response> = {}) {
  const list = (count: number) => () =>
    Response.json({
      count,
      next: null,
      results: Array.from({ length: count }, (_, n) => ({ id: `X${n}`, name: `${n}` })),
    });
  const answers: Record<string, () => Response> = {
    'GET integrations': () => Response.json({ count: 3, next: null, results: [] }),
    'GET teams': list(1),
    'GET escalation_chains': list(2),
    'GET alert_groups': list(0),
    'POST integrations': () => Response.json({ type: ['This field is required.'] }, { status: 400 }),
    'POST alert_groups/IRMCONNECTNONE/resolve': () =>
      detail(403, 'Service accounts are not allowed to resolve alert groups'),
    'GET users/current': () => webPage(500, 'Server Error (500)'),
    ...instead,
  };
  const asked: string[] = [];
  const answer = ({ method, url }: Request): Response => {
    const call = `${method} ${new URL(url).pathname.replace('/api/v1/', '')}`;
    asked.push(call);
    return answers[call]?.() ?? webPage(404, 'Not Found');
  };
  return { answer, asked };
}
