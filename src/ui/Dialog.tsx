import { css } from '@emotion/css';
import { Modal } from '@grafana/ui';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  onDismiss(): void;
  children: ReactNode;
}

/**
 * Grafana's `Modal`, in which addresses and long names break anywhere: they have no blank to break at, and on a phone
 * or at a high zoom all of the dialog would have to be scrolled from side to side.
 */
export function Dialog({ title, onDismiss, children }: Props) {
  return (
    <Modal title={title} isOpen onDismiss={onDismiss} contentClassName={content}>
      {children}
    </Modal>
  );
}

const content = css({ overflowWrap: 'anywhere' });
