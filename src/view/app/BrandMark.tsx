/** Three isotherms. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#15191e" />
      <g fill="none" strokeWidth="2.6" strokeLinecap="round">
        <path d="M6 22c4-5 7-5 10-2s6 3 10-2" stroke="#5b8fd6" />
        <path d="M6 16c4-5 7-5 10-2s6 3 10-2" stroke="#e8e4dc" />
        <path d="M6 10c4-5 7-5 10-2s6 3 10-2" stroke="#f0954a" />
      </g>
    </svg>
  );
}
