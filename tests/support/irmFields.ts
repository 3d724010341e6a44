import { screen } from '@testing-library/react';
import type { UserEvent as User } from '@testing-library/user-event';
import { IRM_URL } from './settingsPage';

export const STACK = 'https://my-stack.grafana.net';
export const SERVICE_ACCOUNT = { irmApiUrl: IRM_URL, irmCredential: 'serviceAccount', irmStackUrl: STACK };
export const API_KEY = { irmApiUrl: IRM_URL, irmCredential: 'apiKey' };

export const address = () => screen.getByLabelText(/^API URL/);
export const stack = () => screen.getByLabelText(/^Stack URL/);
export const token = () => screen.getByLabelText(/^IRM service account token/);
export const key = () => screen.getByLabelText(/^API key/);
export const chooseKey = (user: User) => user.click(screen.getByLabelText(/^OnCall API key/));
export const chooseServiceAccount = (user: User) =>
  user.click(screen.getByLabelText(/^Grafana Cloud service account token/));
export const save = (user: User) => user.click(screen.getByRole('button', { name: 'Save settings' }));
export const check = (user: User) => user.click(screen.getByRole('button', { name: 'Test IRM access' }));

export async function enter(user: User, field: HTMLElement, text: string) {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}
