/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browser';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { EndpointInput } from './EndpointInput';

const TOKEN = 'LUL6EatRGTbhTAKmYmWzYpgZZ';
const ADDRESS = `https://h.io/integrations/v1/alertmanager/${TOKEN}/`;
const MASKED = 'https://h.io/integrations/v1/alertmanager/LUL…/';
const OTHER = 'https://h.io/integrations/v1/webhook/HuuJTjNwt29kGOOYqLg4QqKYo/';

function Stage({ initial, disabled, onBlur }: { initial: string; disabled?: boolean; onBlur?(): void }) {
  const [value, setValue] = useState(initial);
  return (
    <>
      <label htmlFor="address">Address</label>
      <EndpointInput id="address" value={value} onChange={setValue} disabled={disabled} onBlur={onBlur} />
      <button type="button">Elsewhere</button>
    </>
  );
}

function open(initial: string, more: { disabled?: boolean; onBlur?(): void } = {}) {
  const user = userEvent.setup();
  const view = render(<Stage initial={initial} {...more} />);
  return { ...view, user, field: screen.getByLabelText('Address') };
}

const button = (name: string) => screen.getByRole('button', { name });

test.each([
  ['typed', async (user: ReturnType<typeof userEvent.setup>) => user.keyboard(ADDRESS)],
  ['pasted', async (user: ReturnType<typeof userEvent.setup>) => user.paste(ADDRESS)],
])('an address that is being %s is plain until the field is left', async (_, enter) => {
  const { user, field } = open('');
  await user.click(field);
  await enter(user);
  expect(field).toHaveValue(ADDRESS);
  await user.click(button('Elsewhere'));
  expect(field).toHaveValue(MASKED);
});

test('coming back by mouse or keyboard reveals nothing, and the field cannot be edited in the middle', async () => {
  const { user, field } = open(ADDRESS);
  await user.click(field);
  expect(field).toHaveValue(MASKED);
  expect(field).toHaveAttribute('readonly');
  await user.click(button('Elsewhere'));
  await user.tab({ shift: true });
  await user.tab({ shift: true });
  await user.tab({ shift: true });
  expect(field).toHaveFocus();
  await user.keyboard('{ArrowLeft}{Home}{Control>}c{/Control}');
  expect(field).toHaveValue(MASKED);
  expect(document.body.innerHTML).not.toContain(TOKEN);
});

test('what is pasted into a masked field replaces all of it', async () => {
  const { user, field } = open(ADDRESS);
  await user.click(field);
  await user.paste(OTHER);
  expect(field).toHaveValue(OTHER);
  expect(field).not.toHaveAttribute('readonly');
});

test.each([
  ['{Delete}', ''],
  ['{Backspace}', ''],
  ['h', 'h'],
])('the key %s in a masked field begins a new address', async (key, value) => {
  const { user, field } = open(ADDRESS);
  await user.click(field);
  await user.keyboard(key);
  expect(field).toHaveValue(value);
  await user.keyboard('ttp');
  expect(field).toHaveValue(`${value}ttp`);
});

test('the token is shown and hidden by a button only, also while the address is being entered', async () => {
  const { user, field } = open(ADDRESS);
  await user.click(button('Show token'));
  expect(field).toHaveValue(ADDRESS);
  await user.click(button('Hide token'));
  expect(field).toHaveValue(MASKED);

  await user.click(field);
  await user.paste(OTHER);
  await user.click(button('Hide token'));
  expect(field).not.toHaveDisplayValue(/HuuJTjNwt/);
});

test('the buttons work by keyboard, and what was shown is masked once it is left', async () => {
  const { user, field } = open(ADDRESS);
  await user.tab();
  await user.tab();
  expect(button('Show token')).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(field).toHaveValue(ADDRESS);
  await user.tab({ shift: true });
  expect(field).toHaveFocus();
  expect(field).toHaveValue(ADDRESS);
  await user.keyboard('{End}{Backspace}');
  expect(field).toHaveValue(ADDRESS.slice(0, -1));
  await user.tab();
  expect(field).toHaveValue(MASKED.slice(0, -1));

  await user.keyboard(' ');
  expect(field).toHaveValue(ADDRESS.slice(0, -1));
  await user.tab();
  expect(field).toHaveValue(ADDRESS.slice(0, -1));
  await user.tab();
  expect(field).toHaveValue(MASKED.slice(0, -1));
});

test('the address is copied by a button, whole, without being shown', async () => {
  const { user, field } = open(ADDRESS);
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  const written = jest.spyOn(window.navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(button('Copy URL'));
  expect(written).toHaveBeenCalledWith(ADDRESS);
  expect(field).toHaveValue(MASKED);
});

test('who may not change the address sees no token and finds no way to it', async () => {
  const { user, field, rerender } = open(ADDRESS, { disabled: true });
  await user.click(field);
  expect(field).toHaveValue(MASKED);
  expect(screen.queryByRole('button', { name: /token|Copy/ })).not.toBeInTheDocument();

  rerender(<Stage initial="" disabled={false} />);
  await user.click(button('Show token'));
  rerender(<Stage initial="" disabled />);
  expect(field).toHaveValue(MASKED);
  rerender(<Stage initial="" disabled={false} />);
  expect(field).toHaveValue(MASKED);
});

test('a text without a secret stays as it is and can be edited again', async () => {
  const { user, field } = open('hello');
  expect(screen.queryByRole('button', { name: /token|Copy/ })).not.toBeInTheDocument();
  await user.click(field);
  await user.keyboard('{End} there');
  expect(field).toHaveValue('hello there');
});

test('a paste without end is cut', async () => {
  const { user, field } = open('');
  await user.click(field);
  await user.paste('['.repeat(100_000));
  expect((field as HTMLInputElement).value).toHaveLength(4000);
});

test('leaving the field is told, leaving its buttons is not', async () => {
  const left: string[] = [];
  const { user } = open(ADDRESS, { onBlur: () => left.push('left') });
  await user.tab();
  expect(left).toEqual([]);
  await user.tab();
  await user.tab();
  await user.tab();
  expect(left).toEqual(['left']);
});

test('a form can focus the field and hears of changes and leaving', async () => {
  function Form() {
    const form = useForm({ defaultValues: { url: '' }, mode: 'onBlur' });
    return (
      <form onSubmit={form.handleSubmit(() => undefined)}>
        <Controller
          control={form.control}
          name="url"
          rules={{ validate: (text) => text === ADDRESS || 'wrong' }}
          render={({ field, fieldState }) => (
            <>
              <EndpointInput {...field} id="url" invalid={fieldState.invalid} />
              <p>{fieldState.error?.message}</p>
            </>
          )}
        />
        <button type="submit">Save</button>
      </form>
    );
  }
  const user = userEvent.setup();
  render(<Form />);
  const field = screen.getByRole('textbox');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('wrong')).toBeVisible();
  expect(field).toHaveFocus();
  expect(field).toBeInvalid();
  await user.paste(ADDRESS);
  act(() => field.blur());
  expect(await screen.findByDisplayValue(MASKED)).toBeValid();
});
