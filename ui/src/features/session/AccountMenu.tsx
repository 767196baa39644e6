/** Whose account is open, and the way out of it. */
import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import classes from './AccountMenu.module.css';
import { SignOutDialog } from './SignOutDialog';

export function AccountMenu() {
  const { t } = useTranslation('session');
  const { data: session } = useQuery(viewQuery('session', {}));
  const [isAsking, asking] = useDisclosure();
  const account = session?.account;
  if (!account) return null;
  const isDemo = account.service === 'demo';
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconUserCircle size={16} aria-hidden />}
            classNames={{ label: classes.name }}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {isDemo ? t('services.demo') : account.userName}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {t(`services.${account.service}`)}
            <br />
            {account.baseUrl}
            {!isDemo && (
              <>
                <br />
                {t(`keyPlaces.${account.key}`)}
              </>
            )}
          </Menu.Label>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={asking.open}>
            {isDemo ? t('leaveDemo') : t('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog account={account} isOpen={isAsking} onClose={asking.close} />
    </>
  );
}
