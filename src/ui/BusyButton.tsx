import { Button, type ButtonVariant, type ComponentSize, type IconName } from '@grafana/ui';
import type { ComponentProps } from 'react';

interface Props {
  isBusy: boolean;
  icon?: IconName;
  children: string;
  /** Left out where a form is submitted. */
  onClick?(): void;
  type?: 'button' | 'submit';
  variant?: ButtonVariant;
  fill?: ComponentProps<typeof Button>['fill'];
  size?: ComponentSize;
  disabled?: boolean;
}

/**
 * A button for what takes a while. Pressed again meanwhile it does nothing, but keeps the focus: from a button that is
 * disabled browsers move it to the page's body, and whoever works by keyboard begins anew from the top.
 */
export function BusyButton({ isBusy, icon, onClick, children, ...look }: Props) {
  return (
    <Button
      {...look}
      icon={isBusy ? 'spinner' : icon}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </Button>
  );
}
