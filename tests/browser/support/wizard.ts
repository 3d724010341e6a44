import { expect, type Page } from '@playwright/test';
import { PLUGIN_ID } from './grafana';

/** The setup wizard as a person uses it: by labels and buttons. */
export class Wizard {
  constructor(readonly page: Page) {}

  async open(path = '') {
    await this.page.goto(`/a/${PLUGIN_ID}/setup${path}`);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  async integration(title: string) {
    await this.button('Connect an integration').click();
    await this.page.getByRole('textbox', { name: /^Title/ }).fill(title);
    await this.button('I have created it').click();
  }

  async endpoint(address: string) {
    await this.page.getByRole('textbox', { name: /^HTTP endpoint/ }).fill(address);
    await this.button('Next').click();
  }

  async contactPoint(name: string) {
    await this.page.getByRole('textbox', { name: /^Name/ }).fill(name);
    await this.button('Create contact point').click();
    await expect(this.page.getByText('Grafana holds the contact point as planned')).toBeVisible();
  }

  async sendTest() {
    await this.button('Send test notification').click();
  }

  async enableHeartbeat(interval: string) {
    await this.page.getByLabel('Heartbeat interval in IRM').click();
    await this.page.getByRole('option', { name: interval, exact: true }).click();
    await this.button('Enable heartbeat').click();
    await this.button('See the proof').click();
  }

  /** Seconds until the page shows the first delivered beat. */
  async firstBeat(): Promise<number> {
    const start = Date.now();
    await expect(this.page.getByText('Beat delivered')).toBeVisible({ timeout: 90_000 });
    return (Date.now() - start) / 1000;
  }
}
