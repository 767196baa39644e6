/** A part of the page with its title, and a choice between picture and table where there is one. */
import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './usage.module.css';

/** How numbers are shown. */
export type Shape = 'plot' | 'table';

interface Props {
  title: string;
  shape?: { value: Shape; onChange(shape: Shape): void };
  testId?: string;
  children: ReactNode;
}

export function Card({ title, shape, testId, children }: Props) {
  const { t } = useTranslation('usage');
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id} data-testid={testId}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {shape && (
          <SegmentedControl
            size="xs"
            aria-label={t('shape.label', { title })}
            value={shape.value}
            onChange={(value) => shape.onChange(value === 'table' ? 'table' : 'plot')}
            data={[
              { value: 'plot', label: t('shape.plot') },
              { value: 'table', label: t('shape.table') },
            ]}
          />
        )}
      </div>
      {children}
    </section>
  );
}
