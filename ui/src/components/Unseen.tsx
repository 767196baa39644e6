/** Words for a screen reader only: a plain element, because a table has hundreds of them. */
import type { ReactNode } from 'react';
import classes from './Unseen.module.css';

export function Unseen({ children }: { children: ReactNode }) {
  return <span className={classes.unseen}>{children}</span>;
}
