import { isRecord } from '../isRecord';

/** Truth as Jinja has it: empty texts, lists and objects are false. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return isRecord(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** A value as Jinja would print it. Objects only need to print equal when they are equal. */
export function printed(value: unknown): string {
  if (value === undefined) {
    return '';
  }
  if (value === null) {
    return 'None';
  }
  if (typeof value === 'boolean') {
    return value ? 'True' : 'False';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function member(value: unknown, key: unknown): unknown {
  if (Array.isArray(value) && typeof key === 'number') {
    return value[key];
  }
  return isRecord(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function contains(container: unknown, item: unknown): boolean {
  if (typeof container === 'string') {
    return container.includes(printed(item));
  }
  if (Array.isArray(container)) {
    return container.includes(item);
  }
  return isRecord(container) && typeof item === 'string' && Object.hasOwn(container, item);
}

type Method = (target: unknown, args: unknown[]) => unknown;

const onText = (change: (text: string) => string): Method => {
  return (target) => (typeof target === 'string' ? change(target) : undefined);
};

const textMethods: Readonly<Record<string, Method>> = {
  upper: onText((text) => text.toUpperCase()),
  lower: onText((text) => text.toLowerCase()),
};

/** Methods of values; on anything that has no such method the result is undefined. */
export const methods: Readonly<Record<string, Method>> = {
  ...textMethods,
  strip: onText((text) => text.trim()),
  get: (target, [key, fallback = null]) => {
    return isRecord(target)
      ? typeof key === 'string' && Object.hasOwn(target, key)
        ? target[key]
        : fallback
      : undefined;
  },
};

export const filters: Readonly<Record<string, Method>> = {
  ...textMethods,
  trim: onText((text) => text.trim()),
  default: (target, [fallback = '']) => (target === undefined ? fallback : target),
};
