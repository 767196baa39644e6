/**
 * Binds formatting to the reader: language, units, and the clock of the service. Read once here and
 * handed down, because hundreds of cells need it.
 */
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import { createFormats, type Formats, localeOf } from './formats';
import { createTicker } from './ticker';

interface Binding {
  formats: Formats;
  /** Service clock minus this computer's clock. */
  clockOffsetMs: number;
}

const BindingContext = createContext<Binding | null>(null);

const everySecond = createTicker(1000);

const offsetOf = (status: StatusView) => status.clockOffsetMs;

export function FormatProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { units } = useSettings();
  const { data: clockOffsetMs = 0 } = useQuery({ ...viewQuery('status', {}), select: offsetOf });
  const locale = localeOf(i18n.resolvedLanguage ?? 'en', navigator.languages);
  const formats = useMemo(() => createFormats(locale, units), [locale, units]);
  const binding = useMemo(() => ({ formats, clockOffsetMs }), [formats, clockOffsetMs]);
  return <BindingContext value={binding}>{children}</BindingContext>;
}

function useBinding(): Binding {
  const binding = use(BindingContext);
  if (!binding) throw new Error('FormatProvider is missing above this component');
  return binding;
}

export function useFormats(): Formats {
  return useBinding().formats;
}

/**
 * The time by the service's clock, in steps of `everyMs`; the component renders again at each step.
 * All of them follow one timer of a second.
 */
export function useNow(everyMs = 1000): number {
  const { clockOffsetMs } = useBinding();
  return useSyncExternalStore(everySecond.subscribe, () => {
    const now = everySecond.now() + clockOffsetMs;
    return everyMs <= 1000 ? now : Math.floor(now / everyMs) * everyMs;
  });
}
