import { t } from '@grafana/i18n';
import { Button, Input } from '@grafana/ui';
import { forwardRef, useLayoutEffect, useRef, useState } from 'react';
import { maskUrlsIn } from '../connection/endpoint/mask';

interface Props {
  id: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  invalid?: boolean;
  disabled?: boolean;
  onBlur?(): void;
}

/** An address with a token in it: plain while it is being entered, masked once the field is left, shown on demand. */
export const EndpointInput = forwardRef<HTMLInputElement, Props>(function EndpointInput(
  { id, value, onChange, onBlur, placeholder, invalid, disabled },
  ref
) {
  const [isFocused, setFocused] = useState(false);
  const [isRevealed, setRevealed] = useState(false);
  const focused = useRef<HTMLInputElement | null>(null);
  // Unmasking replaces the text and with it the selection: what is pasted after Tab would be put behind the old address.
  useLayoutEffect(() => {
    if (isFocused) {
      focused.current?.select();
    }
  }, [isFocused]);
  const masked = maskUrlsIn(value);
  const hasSecret = masked !== value;
  return (
    <Input
      ref={ref}
      id={id}
      value={isFocused || isRevealed ? value : masked}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={(event) => {
        focused.current = event.currentTarget;
        setFocused(true);
      }}
      onBlur={() => {
        setFocused(false);
        onBlur?.();
      }}
      disabled={disabled}
      placeholder={placeholder}
      invalid={invalid}
      aria-invalid={invalid}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      suffix={
        hasSecret && (
          <Button
            type="button"
            size="sm"
            fill="text"
            variant="secondary"
            icon={isRevealed ? 'eye-slash' : 'eye'}
            aria-label={
              isRevealed ? t('ui.endpoint-input.hide', 'Hide token') : t('ui.endpoint-input.reveal', 'Show token')
            }
            onClick={() => setRevealed(!isRevealed)}
          />
        )
      }
    />
  );
});
