/** The app's own mark, drawn in the text's colour. */
export function TowerIcon() {
  return (
    <svg viewBox="96 48 320 420" width="18" height="22" fill="currentColor" aria-hidden="true">
      <path d="M176 448 L204 214 H308 L336 448 Z" />
      <rect x="182" y="190" width="148" height="34" rx="8" />
      <path d="M204 112 H308 V196 H204 Z M256 125 a27 27 0 1 0 .1 0 Z" fillRule="evenodd" />
      <path d="M186 118 L256 58 L326 118 Z" />
      <rect x="104" y="440" width="304" height="20" rx="10" />
    </svg>
  );
}
