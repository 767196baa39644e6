/** Which colour and pattern stands for what. */
import { useComputedColorScheme } from '@mantine/core';
import type { CSSProperties } from 'react';
import classes from './usage.module.css';

interface Entry {
  name: string;
  colour: { light: string; dark: string };
  sign?: 'hatched' | 'dashed' | undefined;
}

export function Legend({ entries }: { entries: readonly Entry[] }) {
  const scheme = useComputedColorScheme();
  return (
    <ul className={classes.legend} aria-hidden>
      {entries.map(({ name, colour, sign }) => (
        <li key={name}>
          <span
            className={classes.swatch}
            data-hatched={sign === 'hatched' || undefined}
            data-dashed={sign === 'dashed' || undefined}
            style={{ '--swatch': colour[scheme] } as CSSProperties}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}
