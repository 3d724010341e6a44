import { expect, type Page } from '@playwright/test';
import { PLUGIN_ID } from './grafana';

/** The plugin's configuration page, as an administrator uses it. */
export class ConfigurationPage {
  constructor(readonly page: Page) {}

  async open() {
    await this.page.goto(`/plugins/${PLUGIN_ID}?page=configuration`);
    await expect(this.page.getByRole('form', { name: 'IRM Connect settings' })).toBeVisible();
  }

  async chooseServiceAccount() {
    await this.page.getByRole('radio', { name: 'Service account' }).check();
  }

  async address(url: string) {
    await this.page.getByRole('textbox', { name: /^URL of this Grafana/ }).fill(url);
  }

  /** A stored token is reset first: it cannot be seen or changed. */
  async token(token: string) {
    const reset = this.page.getByRole('button', { name: 'Reset' });
    if (await reset.isVisible()) {
      await reset.click();
    }
    await this.page.getByLabel(/^Service account token/).fill(token);
  }

  /** The page loads itself anew after saving. */
  async save() {
    const reloaded = this.page.waitForEvent('load');
    await this.page.getByRole('button', { name: 'Save settings' }).click();
    await reloaded;
    await expect(this.page.getByRole('form', { name: 'IRM Connect settings' })).toBeVisible();
  }

  async check() {
    await this.page.getByRole('button', { name: 'Test access' }).click();
  }
}
