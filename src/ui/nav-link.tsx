'use client';

import { usePathname } from 'next/navigation';

type NavLinkProps = {
  href: string;
  /** Whether the pages below this one belong to other links. */
  exact?: boolean;
  children: string;
};

/** A link of the navigation that knows whether it leads to where the reader is. */
export function NavLink({ href, exact = false, children }: NavLinkProps) {
  const path = usePathname();
  const here = path === href ? 'page' : !exact && path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <a href={href} aria-current={here}>
      {children}
    </a>
  );
}
