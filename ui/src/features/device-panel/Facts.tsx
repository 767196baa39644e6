/** A titled list of facts: a name and a value each. Facts without a value are left out, and a list without facts too. */
import type { ReactNode } from 'react';
import classes from './DevicePanel.module.css';

export interface Fact {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

/** A fact if there is a value. */
export function fact<T>(
  key: string,
  label: ReactNode,
  value: T | null | undefined,
  show: (value: T) => ReactNode,
): Fact[] {
  return value === null || value === undefined ? [] : [{ key, label, value: show(value) }];
}

export function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section aria-label={title} className={classes.section}>
      <h3 className={classes.sectionTitle}>{title}</h3>
      <FactList facts={facts} />
    </section>
  );
}

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ key, label, value }) => (
        <div key={key} className={classes.fact} data-fact={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
