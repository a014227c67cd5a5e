import type { ComponentChildren } from 'preact';

/** What just happened, before all else on the page. The focus goes to it, so that nobody has to look for it. */
export function Notice({ failed = false, children }: { failed?: boolean; children: ComponentChildren }) {
  return (
    <div class={failed ? 'notice failed' : 'notice'} role={failed ? 'alert' : 'status'} tabIndex={-1} autoFocus>
      {children}
    </div>
  );
}
