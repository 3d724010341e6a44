import type { GrafanaVersion } from '../context';

interface Selected {
  metadata: { name: string; namespace: string };
  spec: { title: string };
}

type Field = 'metadata.name' | 'metadata.namespace' | 'spec.title';

const VALUE: Record<Field, (item: Selected) => string> = {
  'metadata.name': ({ metadata }) => metadata.name,
  'metadata.namespace': ({ metadata }) => metadata.namespace,
  'spec.title': ({ spec }) => spec.title,
};

/** 12.3 does not know `spec.title`. */
function knownFields(version: GrafanaVersion): Field[] {
  const plain: Field[] = ['metadata.name', 'metadata.namespace'];
  return version === '12.3.0' ? plain : [...plain, 'spec.title'];
}

type Selector = { matches(item: Selected): boolean } | { problem: string };

/** Reads `a=b,c!=d`. */
export function fieldSelector(version: GrafanaVersion, text: string | undefined): Selector {
  const known = knownFields(version);
  const terms = (text ?? '').split(',').filter(Boolean);
  const tests: Array<(item: Selected) => boolean> = [];
  for (const term of terms) {
    const [, name = '', operator = '', value = ''] = /^([^=!]+)(==?|!=)(.*)$/.exec(term) ?? [];
    const field = known.find((candidate) => candidate === name);
    if (!field) {
      const names = known.map((candidate) => `"${candidate}"`).join(', ');
      return { problem: `"${name}" is not a known field selector: only ${names}` };
    }
    tests.push((item) => (VALUE[field](item) === value) === (operator !== '!='));
  }
  return { matches: (item) => tests.every((test) => test(item)) };
}
