/** Fields as they were and as they become, a row a field; only one of both where that is all there is. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './plainTable.module.css';

interface Row {
  field: string;
  /** The field's name for people. */
  label: string;
  before: ReactNode;
  after: ReactNode;
}

interface Props {
  rows: readonly Row[];
  only?: 'before' | 'after' | undefined;
}

export function BeforeAfter({ rows, only }: Props) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {only !== 'after' && <th scope="col">{t(only ? 'value' : 'before')}</th>}
          {only !== 'before' && <th scope="col">{t(only ? 'value' : 'after')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, label, before, after }) => (
          <tr key={field} data-field={field}>
            <th scope="row">{label}</th>
            {only !== 'after' && <td>{before}</td>}
            {only !== 'before' && <td>{after}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
