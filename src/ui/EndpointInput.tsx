import { t } from '@grafana/i18n';
import { Button, ClipboardButton, Input } from '@grafana/ui';
import { forwardRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from 'react';
import { MAX_INPUT_LENGTH } from '../connection/endpoint/cleanPaste';
import { maskUrlsIn } from '../connection/endpoint/mask';

interface Props {
  id: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  invalid?: boolean;
  /** Also for people who may not change the address: they get no way to see or copy its token. */
  disabled?: boolean;
  onBlur?(): void;
}

/**
 * An address with a token in it: plain while it is being entered, masked once the field is left. Coming back to it
 * reveals nothing; whatever is pasted or typed then replaces the address as a whole.
 */
export const EndpointInput = forwardRef<HTMLInputElement, Props>(function EndpointInput(
  { id, value, onChange, onBlur, placeholder, invalid, disabled = false },
  ref
) {
  const [isPlain, setPlain] = useState(false);
  if (disabled && isPlain) {
    setPlain(false);
  }
  const masked = maskUrlsIn(value);
  const hasSecret = masked !== value;
  const isMasked = hasSecret && !isPlain;

  const enter = (text: string) => {
    setPlain(true);
    onChange(text.slice(0, MAX_INPUT_LENGTH));
  };
  const leaveField = () => {
    setPlain(false);
    onBlur?.();
  };
  // What was shown with a button is hidden, too, when the buttons are left.
  const leaveAll = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      setPlain(false);
    }
  };
  const pasteOver = (event: ClipboardEvent) => {
    if (isMasked && !disabled) {
      event.preventDefault();
      enter(event.clipboardData.getData('text'));
    }
  };
  const typeOver = (event: KeyboardEvent) => {
    const start = startedBy(event);
    if (isMasked && start !== undefined) {
      event.preventDefault();
      enter(start);
    }
  };

  return (
    <div onBlur={leaveAll}>
      <Input
        ref={ref}
        id={id}
        value={isMasked ? masked : value}
        readOnly={isMasked}
        title={isMasked && !disabled ? t('ui.endpoint-input.replace', 'Paste or type to replace the URL') : undefined}
        onChange={(event) => enter(event.currentTarget.value)}
        onBlur={leaveField}
        onPaste={pasteOver}
        onKeyDown={typeOver}
        disabled={disabled}
        placeholder={placeholder}
        invalid={invalid}
        aria-invalid={invalid}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        suffix={
          hasSecret &&
          !disabled && <TokenButtons address={value} isShown={isPlain} onToggle={() => setPlain(!isPlain)} />
        }
      />
    </div>
  );
});

interface ButtonsProps {
  address: string;
  isShown: boolean;
  onToggle(): void;
}

function TokenButtons({ address, isShown, onToggle }: ButtonsProps) {
  const look = { type: 'button', size: 'sm', fill: 'text', variant: 'secondary' } as const;
  return (
    <>
      <Button
        {...look}
        icon={isShown ? 'eye-slash' : 'eye'}
        aria-label={isShown ? t('ui.endpoint-input.hide', 'Hide token') : t('ui.endpoint-input.reveal', 'Show token')}
        // Not every browser focuses a button that is clicked: the field would be left, masked, and shown again.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onToggle}
      />
      <ClipboardButton
        {...look}
        icon="copy"
        aria-label={t('ui.endpoint-input.copy', 'Copy URL')}
        onMouseDown={(event) => event.preventDefault()}
        getText={() => address}
      />
    </>
  );
}

/** The text that a key begins a new address with; undefined for keys that move about or give commands. */
function startedBy({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent): string | undefined {
  if (key === 'Delete' || key === 'Backspace') {
    return '';
  }
  const isCommand = (ctrlKey || metaKey || altKey) && !nativeEvent.getModifierState('AltGraph');
  return key.length === 1 && !isCommand ? key : undefined;
}
