import { sourceFiles } from './sourceFiles';

const ONLY_PLACE = 'src/ui/InternalLinkButton.tsx';

/** Plain links get no sub-path from the router; those that lead out of Grafana open a page of their own. */
test('a plain link within Grafana is an InternalLinkButton', () => {
  const plain = sourceFiles('src')
    .filter(({ isTest, path }) => !isTest && path !== ONLY_PLACE)
    .flatMap(({ path, text }) =>
      [...text.matchAll(/<(LinkButton|a)\b[^]*?>/g)]
        .filter(([tag]) => !/\btarget="_blank"/.test(tag))
        .map(([tag]) => `${path}: ${tag}`)
    );
  expect(plain).toEqual([]);
});
