import { expect, type Page } from '@playwright/test';
import { PLUGIN_ID } from './grafana';

export const SETUP = `/a/${PLUGIN_ID}/setup`;
export const IN_PLACE = 'Grafana holds the contact point as planned';

/** The setup wizard as a person uses it: by labels and buttons. */
export class Wizard {
  constructor(readonly page: Page) {}

  async open(path = '') {
    await this.page.goto(`${SETUP}${path}`);
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

  async integration(title: string) {
    await this.button('Connect integration').click();
    await this.field(/^Title/).fill(title);
    await this.button('I have created it').click();
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

  /** From the start page to the form of the contact point. */
  async toContactPoint(address: string, title = 'Production Grafana') {
    await this.open();
    await this.integration(title);
    await this.endpoint(address);
    await expect(this.field(/^Name/)).toBeVisible();
  }

  async contactPoint(name: string) {
    await this.field(/^Name/).fill(name);
    await this.button('Create contact point').click();
    await expect(this.page.getByText(IN_PLACE)).toBeVisible();
  }

  async sendTest() {
    await this.button('Send test alert').click();
  }

  async chooseInterval(interval: string) {
    await this.page.getByLabel('Heartbeat interval in IRM').click();
    await this.page.getByRole('option', { name: interval, exact: true }).click();
  }

  async enableHeartbeat(interval: string) {
    await this.chooseInterval(interval);
    await this.button('Enable heartbeat').click();
    await this.button('See the proof').click();
  }

  /** Seconds until the page shows the first delivered beat. */
  async firstBeat(): Promise<number> {
    const start = Date.now();
    await expect(this.page.getByText('Beat sent and answered')).toBeVisible({ timeout: 90_000 });
    return (Date.now() - start) / 1000;
  }
}
