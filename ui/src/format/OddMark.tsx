/** The sign of an odd position, with its words for the pointer and for those who listen. */

import { IconMapPinQuestion } from '@tabler/icons-react';
import { Unseen } from '@/components/Unseen';
import classes from './OddMark.module.css';
import { ODD_SHADES } from './oddities';
import { cssShade } from './status';

export function OddMark({ words }: { words: string }) {
  return (
    <span className={classes.mark} title={words} data-odd-mark>
      <IconMapPinQuestion size={15} color={cssShade(ODD_SHADES)} aria-hidden />
      <Unseen>{words}</Unseen>
    </span>
  );
}
