/** One line to fill in, with its label, what to know before, and what is wrong with it. */
export function TextField({
  name,
  label,
  type = 'text',
  value,
  hint,
  fault,
  autoComplete,
  readOnly = false,
}: {
  name: string;
  label: string;
  type?: 'text' | 'password';
  value?: string;
  hint?: string;
  fault?: string;
  autoComplete: string;
  readOnly?: boolean;
}) {
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  const attributes = {
    id: name,
    name,
    value,
    autocomplete: autoComplete,
    autocapitalize: 'none',
    spellcheck: false,
    readOnly,
    required: true,
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? true : undefined,
  } as const;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {type === 'password' ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}
      {fault && (
        <p id={`${name}-fault`} class="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
