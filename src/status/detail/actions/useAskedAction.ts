import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ACTION_PARAMETER, ASKABLE_ACTIONS, type AskableAction } from '../../../ui/askedAction';

/**
 * Opens the dialog that the address asks for, where this person may do it, once: it is taken out of the address, so that
 * a reload opens none.
 */
export function useAskedAction(may: (action: AskableAction) => boolean, open: (action: AskableAction) => void): void {
  const { search } = useLocation();
  const navigate = useNavigate();
  const parameters = new URLSearchParams(search);
  const asked = ASKABLE_ACTIONS.find((action) => action === parameters.get(ACTION_PARAMETER));
  const answered = useRef<AskableAction | undefined>(undefined);
  useEffect(() => {
    const isNews = asked !== answered.current;
    answered.current = asked;
    if (asked && isNews) {
      parameters.delete(ACTION_PARAMETER);
      navigate({ search: parameters.toString() }, { replace: true });
      if (may(asked)) {
        open(asked);
      }
    }
  });
}
