/** Where an API key comes from. */
import { Anchor, Collapse, List } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

export function KeyHelp() {
  const { t } = useTranslation('session');
  const [isOpen, { toggle }] = useDisclosure();
  return (
    <div>
      <Anchor component="button" type="button" size="sm" onClick={toggle} aria-expanded={isOpen}>
        {t('whereIsKey')}
      </Anchor>
      <Collapse expanded={isOpen}>
        <List size="sm" mt={6} spacing={2}>
          <List.Item>{t('keyHelp.where')}</List.Item>
          <List.Item>{t('keyHelp.notPassword')}</List.Item>
          <List.Item>{t('keyHelp.regenerate')}</List.Item>
        </List>
      </Collapse>
    </div>
  );
}
