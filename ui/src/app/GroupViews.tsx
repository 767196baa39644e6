/** The two ways to look at the groups. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './GroupViews.module.css';

export function GroupViews() {
  const { t } = useTranslation('matrix');
  return (
    <nav aria-label={t('views')} className={classes.views}>
      <Link
        to="/groups"
        className={classes.view}
        activeOptions={{ includeSearch: false, exact: true }}
      >
        {t('table')}
      </Link>
      <Link to="/groups/matrix" className={classes.view}>
        {t('matrix')}
      </Link>
    </nav>
  );
}
