/** A part of the form, by what a person thinks of when they look for it. */
import { type ReactNode, useId } from 'react';
import panel from '@/components/EditorPanel.module.css';
import classes from './UserPanel.module.css';

interface Props {
  title: string;
  children: ReactNode;
}

export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${panel.section} ${classes.part}`}>
      <h3 id={id} className={classes.partTitle}>
        {title}
      </h3>
      {children}
    </section>
  );
}
