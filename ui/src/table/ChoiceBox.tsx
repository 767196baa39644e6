/** The box that chooses a row, or all rows. The row takes the focus; the box is for the pointer. */
import { type MouseEvent, useEffect, useRef } from 'react';
import classes from './VirtualTable.module.css';

interface Props {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  /** Whether it is a stop of the tab order by itself. */
  isStop?: boolean;
  onToggle(extend: boolean): void;
}

export function ChoiceBox({ label, isChecked, isMixed = false, isStop = false, onToggle }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  const onClick = (event: MouseEvent) => {
    // The row would open; it keeps the focus, so that keys go on from here.
    event.stopPropagation();
    if (!isStop) box.current?.closest<HTMLElement>('[data-index]')?.focus({ preventScroll: true });
    onToggle(event.shiftKey);
  };
  return (
    <label
      className={classes.choice}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        className={classes.choiceBox}
        tabIndex={isStop ? 0 : -1}
        checked={isChecked}
        // The click tells whether it goes to a range; a change event does not.
        onClick={onClick}
        onChange={() => {}}
      />
    </label>
  );
}
