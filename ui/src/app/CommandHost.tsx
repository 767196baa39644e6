/** The dialog that sends a command, from wherever it is asked for. */
import { useNavigate } from '@tanstack/react-router';
import { createContext, lazy, type ReactNode, Suspense, use, useState } from 'react';
import type { DeviceSelection } from '@/ipc/generated/contract';

const CommandDialog = lazy(async () => ({
  default: (await import('@/features/commands/CommandDialog')).CommandDialog,
}));

type OpenCommand = (devices: DeviceSelection) => void;

const CommandContext = createContext<OpenCommand | null>(null);

/** Opens the dialog for some devices. */
export function useOpenCommand(): OpenCommand {
  const open = use(CommandContext);
  if (!open) throw new Error('CommandHost is missing above this component');
  return open;
}

export function CommandHost({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [devices, setDevices] = useState<DeviceSelection | null>(null);
  return (
    <CommandContext value={setDevices}>
      {children}
      {devices && (
        <Suspense fallback={null}>
          <CommandDialog
            devices={devices}
            onClose={() => setDevices(null)}
            onJournal={() => void navigate({ to: '/journal' })}
          />
        </Suspense>
      )}
    </CommandContext>
  );
}
