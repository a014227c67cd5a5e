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
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        readOnly={readOnly}
        required
        aria-describedby={described || undefined}
        aria-invalid={fault ? 'true' : undefined}
      />
      {fault && (
        <p id={`${name}-fault`} class="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
