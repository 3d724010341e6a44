import { expect, type Page } from '@playwright/test';
import { CONNECTIONS } from './connections';
import { PLUGIN_ID } from './grafana';

export const SETUP = `/a/${PLUGIN_ID}/setup`;

/** The setup wizard as a person uses it: by labels and buttons. */
export class Wizard {
  constructor(readonly page: Page) {}

  /** The page of all connections, or an address of the wizard. */
  async open(path?: string) {
    await this.page.goto(path === undefined ? CONNECTIONS : `${SETUP}${path}`);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  field(name: RegExp) {
    return this.page.getByRole('textbox', { name });
  }

  step(name: string) {
    return this.page.getByRole('navigation', { name: 'Setup steps' }).getByRole('button', { name });
  }

  /** From the page of all connections to the first step. */
  async connect() {
    await this.button('Connect integration').click();
    await expect(this.field(/^HTTP endpoint/)).toBeVisible();
  }

  async paste(address: string) {
    const field = this.field(/^HTTP endpoint/);
    // An address that is masked cannot be edited: the key begins a new one.
    await field.press('Delete');
    await field.fill(address);
  }

  async endpoint(address: string) {
    await this.paste(address);
    await this.button('Next').click();
  }

  /** From the page of all connections to the form of the contact point. */
  async toContactPoint(address: string) {
    await this.open();
    await this.connect();
    await this.endpoint(address);
    await expect(this.field(/^Name/)).toBeVisible();
  }

  /** Makes the contact point, for which a test alert is sent first. */
  async contactPoint(name: string) {
    await this.field(/^Name/).fill(name);
    await this.button('Create contact point').click();
    await expect(this.page.getByText('Contact point created')).toBeVisible();
  }

  /** Makes the contact point although its test alert was refused, and goes on. */
  async contactPointAnyway(name: string) {
    await this.field(/^Name/).fill(name);
    await this.button('Create contact point').click();
    await this.button('Create anyway').click();
    await this.button('Continue anyway').click();
  }

  async unfold(label: string) {
    const fold = this.button(label);
    if ((await fold.getAttribute('aria-expanded')) !== 'true') {
      await fold.click();
    }
  }

  async sendTest() {
    await this.button('Send test alert').click();
  }

  async chooseInterval(interval: string) {
    await this.page.getByLabel('Heartbeat interval in IRM').click();
    await this.page.getByRole('option', { name: interval, exact: true }).click();
  }

  async addHeartbeat(interval: string) {
    await this.chooseInterval(interval);
    await this.button('Add heartbeat').click();
    await expect(this.page.getByRole('heading', { name: 'Verify', exact: true })).toBeFocused();
  }

  /** Seconds until the page shows the first delivered heartbeat. */
  async firstBeat(): Promise<number> {
    const start = Date.now();
    await expect(this.page.getByText('Heartbeat delivered')).toBeVisible({ timeout: 90_000 });
    return (Date.now() - start) / 1000;
  }
}
