/** A part that scrolls by itself where it is long, by keyboard too. */
import type { ReactNode } from 'react';
import classes from './ScrollBox.module.css';

interface Props {
  label: string;
  children: ReactNode;
}

export function ScrollBox({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={label} className={classes.box} tabIndex={0}>
      {children}
    </section>
  );
}
