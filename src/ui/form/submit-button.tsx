'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';

const LOOK = { main: 'button', quiet: 'button-quiet', warn: 'button button-warn' } as const;

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'type' | 'className'> & {
  look?: keyof typeof LOOK;
  /** What it says while the form is under way. */
  busy?: string;
};

/**
 * A button that sends the form around it. While that is under way it does nothing more, and keeps the focus, which a
 * button that is switched off would lose.
 */
export function SubmitButton({ look = 'main', busy, children, ...button }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={LOOK[look]}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...button}
    >
      {pending && busy !== undefined ? busy : children}
    </button>
  );
}

/** What ends a form: its buttons, and what is to be known beside them. */
export function Buttons({ children, sticky = false }: { children: React.ReactNode; sticky?: boolean }) {
  return <div className={sticky ? 'form-buttons form-buttons-sticky' : 'form-buttons'}>{children}</div>;
}
