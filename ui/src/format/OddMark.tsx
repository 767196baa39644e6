/** The sign of an odd position, with its words for the pointer and for those who listen. */
import { VisuallyHidden } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import classes from './OddMark.module.css';
import { ODD_SHADES } from './oddities';
import { cssShade } from './status';

export function OddMark({ words }: { words: string }) {
  return (
    <span className={classes.mark} title={words} data-odd-mark>
      <IconMapPinQuestion size={15} color={cssShade(ODD_SHADES)} aria-hidden />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
