const defaultPageSize = 50;
const largestPageSize = 100;

export interface Page<Item> {
  count: number;
  next: string | null;
  previous: string | null;
  results: Item[];
  page_size: number;
  current_page_number: number;
  total_pages: number;
}

/**
 * Cuts one page out of a list. As upstream, `perpage` is not bounded although the answer says that it is, and a page
 * beyond the last is the last.
 */
export function pageOf<Item>(
  items: readonly Item[],
  url: URL,
  baseUrl: string,
  pageSize = defaultPageSize
): Page<Item> {
  const perPage = positive(url.searchParams.get('perpage')) ?? pageSize;
  const total = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.min(positive(url.searchParams.get('page')) ?? 1, total);
  return {
    count: items.length,
    next: page < total ? linkTo(url, baseUrl, page + 1) : null,
    previous: page > 1 ? linkTo(url, baseUrl, page - 1) : null,
    results: items.slice((page - 1) * perPage, page * perPage),
    page_size: Math.min(perPage, largestPageSize),
    current_page_number: page,
    total_pages: total,
  };
}

function positive(text: string | null): number | undefined {
  const value = text === null || !/^\s*\d+\s*$/.test(text) ? 0 : Number(text);
  return value >= 1 ? value : undefined;
}

function linkTo(url: URL, baseUrl: string, page: number): string {
  const query = new URLSearchParams(url.searchParams);
  if (page === 1) {
    query.delete('page');
  } else {
    query.set('page', String(page));
  }
  query.sort();
  return `${baseUrl}${url.pathname}${query.size > 0 ? `?${query}` : ''}`;
}
