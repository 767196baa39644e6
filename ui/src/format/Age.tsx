/** How long ago something was, ticking, with the exact time on hover. */
import { useFormats, useNow } from './FormatProvider';

interface Props {
  at: string;
  /** What else to say of it on hover. */
  note?: string;
}

export function Age({ at, note }: Props) {
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={at} title={[formats.moment(at), note].filter(Boolean).join('\n')}>
      {formats.age(now - Date.parse(at))}
    </time>
  );
}
