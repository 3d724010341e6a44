import { useEffect, useRef } from 'react';

/** Whether what uses it is still on screen, for what goes on after a wait. */
export function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  return isHere;
}
