/** A number among the settings: it takes effect when the field is left or Enter is pressed. */
import { NumberInput } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { useRef, useState } from 'react';

interface Props {
  label: string;
  hint: string;
  /** What may be chosen, in words. */
  range: string;
  suffix: string;
  /** Null where nothing is set, which only a field with a placeholder can say. */
  value: number | null;
  /** What an empty field stands for; without it, it may not be empty. */
  placeholder?: string;
  isValid(value: number): boolean;
  onSet(value: number | null): void;
}

export function SettingNumber(props: Props) {
  const { label, hint, range, suffix, value, placeholder, isValid, onSet } = props;
  const [typed, setTyped] = useState<number | string>(value ?? '');
  // What was set and has not come back yet: its echo must not undo what is typed meanwhile.
  const sent = useRef<(number | null)[]>([]);
  useDidUpdate(() => {
    const place = sent.current.indexOf(value);
    if (place >= 0) sent.current = sent.current.slice(place + 1);
    else setTyped(value ?? '');
  }, [value]);
  const isEmpty = typed === '' && placeholder !== undefined;
  const isWrong = !isEmpty && (typeof typed !== 'number' || !isValid(typed));
  const commit = () => {
    const next = typeof typed === 'number' ? typed : null;
    const isAnother = next !== value || sent.current.some((before) => before !== next);
    if (isWrong || !isAnother) return;
    sent.current.push(next);
    onSet(next);
  };
  return (
    <NumberInput
      label={label}
      description={hint}
      error={isWrong ? range : undefined}
      suffix={suffix}
      maw={380}
      size="sm"
      placeholder={placeholder}
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
