/** Stands for a value that is not there: a quiet dash for the eye, a word for a screen reader. */
import { VisuallyHidden } from '@mantine/core';
import classes from './Missing.module.css';

export function Missing({ word }: { word: string }) {
  return (
    <>
      <span className={classes.missing} aria-hidden>
        –
      </span>
      <VisuallyHidden>{word}</VisuallyHidden>
    </>
  );
}
