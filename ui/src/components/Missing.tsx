/** Stands for a value that is not there: a quiet dash for the eye, a word for a screen reader. */
import classes from './Missing.module.css';
import { Unseen } from './Unseen';

export function Missing({ word }: { word: string }) {
  return (
    <>
      <span className={classes.missing} aria-hidden>
        –
      </span>
      <Unseen>{word}</Unseen>
    </>
  );
}
