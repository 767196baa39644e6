/** Fields as they were and as they become, a row a field. */
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

export function BeforeAfter({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, label, before, after }) => (
          <tr key={field} data-field={field}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
