/** The speed, and beside it what the service sent, in which unit that was read, and why. */
import { Tooltip } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '@/format/FormatProvider';
import { isCertain, useSpeedWords } from '@/format/useSpeedWords';
import { viewQuery } from '@/ipc/queries';
import classes from './DevicePanel.module.css';

interface Props {
  speedKmh: number;
  /** As the service sent it. */
  speedRaw: number;
}

export function SpeedFact({ speedKmh, speedRaw }: Props) {
  const formats = useFormats();
  const words = useSpeedWords();
  const { data } = useQuery(viewQuery('account_settings', {}));
  const reading = data?.speed;
  return (
    <>
      {formats.speed(speedKmh)}
      {reading && (
        <Tooltip
          label={words.reason(reading)}
          position="bottom"
          multiline
          maw={300}
          events={{ hover: true, focus: true, touch: true }}
        >
          <span
            className={classes.sentAs}
            data-certain={isCertain(reading)}
            data-testid="speed-sent-as"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard.
            tabIndex={0}
          >
            {!isCertain(reading) && <IconHelpCircle size={14} aria-hidden />}
            {words.sentAs(speedRaw, reading)}
          </span>
        </Tooltip>
      )}
    </>
  );
}
