/** Names the page in the document's title, for screen readers and the browser's tab. */
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

export function usePageTitle(page: string): void {
  const { t } = useTranslation();
  useDocumentTitle(t('pageTitle', { page }));
}
