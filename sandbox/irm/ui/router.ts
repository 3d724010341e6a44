import { Hono } from 'hono';
import type { IrmContext } from '../context';
import { uiApi } from './api';
import { detailPage } from './detailPage';
import { listPage } from './listPage';
import { pageScript } from './script';
import { pageStyle } from './style';
import { summarize, summarizeInDetail } from './summaries';

/** The stand-in's own page. It is no part of the real IRM; a person makes integrations here as they would there. */
export function uiRouter(context: IrmContext): Hono {
  const { store, clock } = context;
  return new Hono()
    .route('/ui/api', uiApi(context))
    .get('/ui', (c) => c.redirect('/ui/'))
    .get('/ui/', (c) => {
      const integrations = [...store.integrations.values()].map((each) => summarize(context, each));
      return c.html(listPage({ context, integrations, unmatched: [...store.unmatched].reverse(), now: clock.now() }));
    })
    .get('/ui/integrations/:id', (c) => {
      const integration = store.integrations.get(c.req.param('id'));
      return integration
        ? c.html(detailPage({ integration: summarizeInDetail(context, integration), now: clock.now() }))
        : c.redirect('/ui/');
    })
    .get('/ui/page.css', (c) => c.body(pageStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/ui/page.js', (c) => c.body(pageScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
}
