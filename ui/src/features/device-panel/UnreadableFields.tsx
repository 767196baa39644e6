/** Fields that came and could not be understood: said, so that nobody takes them for absent. */
import { useTranslation } from 'react-i18next';
import classes from './DevicePanel.module.css';

export function UnreadableFields({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation('device');
  if (fields.length === 0) return null;
  return (
    <section
      aria-label={t('section.unreadable')}
      className={classes.section}
      data-testid="unreadable-fields"
    >
      <h3 className={classes.sectionTitle}>{t('section.unreadable')}</h3>
      <p className={classes.hint}>{t('unreadableHint')}</p>
      <ul className={classes.fields}>
        {fields.map((field) => (
          <li key={field}>
            <code>{field}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
