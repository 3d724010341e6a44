import { sourceFiles } from './sourceFiles';

/** What tells something by a color that browsers drop where people force colors of their own (src/ui/forcedColors.ts). */
const KINDS: ReadonlyArray<{ what: string; form: RegExp; keeps: string }> = [
  { what: 'a drawing', form: /<svg[\s>]/, keeps: 'getDrawing' },
  { what: 'a color that is worked out for an element', form: /style=\{\{[^}]*\bbackground/, keeps: 'KEPT_COLOR' },
  { what: 'a mark before a text', form: /'&::(?:before|after)':\s*\{[^}]*\bbackground/, keeps: 'KEPT_COLOR' },
];

const files = sourceFiles('src').filter(({ isTest }) => !isTest);

test.each(KINDS)('$what keeps its colors where people force their own', ({ form, keeps }) => {
  const drawn = files.filter(({ text }) => form.test(text));
  expect(drawn).not.toEqual([]);
  expect(drawn.filter(({ text }) => !text.includes(keeps)).map(({ path }) => path)).toEqual([]);
});
