import { Collapse } from '@grafana/ui';
import { useState, type ReactNode } from 'react';

interface Props {
  label: string;
  /** Something in it is not as proposed, or not good: it opens by itself, and stays open when that is mended. */
  mustOpen: boolean;
  children: ReactNode;
}

/** What few people need to see. */
export function Fold({ label, mustOpen, children }: Props) {
  const [isOpen, setOpen] = useState(mustOpen);
  if (mustOpen && !isOpen) {
    setOpen(true);
  }
  return (
    <div>
      <Collapse label={label} isOpen={isOpen} onToggle={setOpen}>
        {children}
      </Collapse>
    </div>
  );
}
