'use client';

import { usePathname } from 'next/navigation';

/** A link of the navigation that knows whether it leads to where the reader is. */
export function NavLink({ href, children }: { href: string; children: string }) {
  const path = usePathname();
  const here = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <a href={href} aria-current={here}>
      {children}
    </a>
  );
}
