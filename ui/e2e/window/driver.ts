/** Drives the app's own window through tauri-driver. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  Builder,
  By,
  Capabilities,
  until,
  type WebDriver,
  type WebElement,
} from 'selenium-webdriver';

const PORT = 4444;
const PATIENCE_MS = 40_000;

export const APP = fileURLToPath(new URL('../../../target/debug/atalaya', import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL('../../../target/screenshots/', import.meta.url));

/** Starts tauri-driver and waits until it listens. */
export async function startDriver(): Promise<ChildProcess> {
  const program = process.env.TAURI_DRIVER;
  if (!program) throw new Error('TAURI_DRIVER names no program: run cargo xtask test window');
  const args = ['--port', String(PORT), '--native-port', String(PORT + 1)];
  const driver = spawn(program, [...args, '--native-driver', '/usr/bin/WebKitWebDriver'], {
    stdio: 'inherit',
  });
  while (!(await isListening())) {
    if (driver.exitCode !== null) throw new Error(`tauri-driver ended: ${driver.exitCode}`);
    await pause(50);
  }
  return driver;
}

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(PORT, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** The app's window. */
export class AppWindow {
  private constructor(readonly browser: WebDriver) {}

  static async open(args: string[], application = APP): Promise<AppWindow> {
    const capabilities = new Capabilities();
    capabilities.setBrowserName('wry');
    capabilities.set('tauri:options', { application, args });
    const builder = new Builder().usingServer(`http://127.0.0.1:${PORT}/`);
    return new AppWindow(await builder.withCapabilities(capabilities).build());
  }

  /** What a CSS selector names, once it is there and can be seen. */
  async find(selector: string): Promise<WebElement> {
    const element = await this.browser.wait(until.elementLocated(By.css(selector)), PATIENCE_MS);
    return this.browser.wait(until.elementIsVisible(element), PATIENCE_MS);
  }

  /** The element of a kind that has this text. */
  async findText(kind: string, text: string): Promise<WebElement> {
    const path = By.xpath(`//${kind}[normalize-space()='${text}']`);
    const element = await this.browser.wait(until.elementLocated(path), PATIENCE_MS);
    return this.browser.wait(until.elementIsVisible(element), PATIENCE_MS);
  }

  /** Clicks the element of a kind that has this text, once it has come in and can be pressed. */
  async click(kind: string, text: string): Promise<void> {
    const element = await this.findText(kind, text);
    await this.waitFor(`${text} can be clicked`, async () => {
      if (!(await element.isEnabled())) return false;
      return element.click().then(
        () => true,
        (thrown: Error) => {
          if (thrown.name === 'ElementNotInteractableError') return false;
          throw thrown;
        },
      );
    });
  }

  /** The field with this label. */
  async field(label: string): Promise<WebElement> {
    const caption = await this.findText('label', label);
    return this.find(`#${await caption.getAttribute('for')}`);
  }

  async waitFor(what: string, holds: () => Promise<boolean>): Promise<void> {
    await this.browser.wait(holds, PATIENCE_MS, what);
  }

  async count(selector: string): Promise<number> {
    return (await this.browser.findElements(By.css(selector))).length;
  }

  /** Fills in the welcome page, and sends it. */
  async signIn(address: string, user: string, key: string): Promise<void> {
    await this.find('form');
    await (await this.field('Service')).click();
    await (await this.findText('*[@role="option"]', 'Another address')).click();
    await (await this.field('Address of the service')).sendKeys(address);
    await (await this.field('User name')).sendKeys(user);
    await (await this.field('API key')).sendKeys(key);
    await (await this.find('button[type=submit]')).click();
  }

  /** Records from now on what crosses to the page: answers of commands, and the events. */
  async record(): Promise<void> {
    await this.browser.executeScript(() => {
      const tape: string[] = [];
      const page = window as unknown as {
        tape: string[];
        __TAURI_INTERNALS__: {
          invoke(command: string, args: unknown): Promise<unknown>;
          transformCallback(callback: (event: unknown) => void): number;
        };
      };
      page.tape = tape;
      const fetchIt = window.fetch;
      window.fetch = async (...request) => {
        const response = await fetchIt(...request);
        tape.push(`${response.url} ${await response.clone().text()}`);
        return response;
      };
      const { invoke, transformCallback } = page.__TAURI_INTERNALS__;
      void invoke('plugin:event|listen', {
        event: 'moved',
        target: { kind: 'Any' },
        handler: transformCallback((event) => tape.push(JSON.stringify(event))),
      });
    });
  }

  /** What was recorded. */
  recorded(): Promise<string[]> {
    return this.browser.executeScript('return window.tape');
  }

  async screenshot(name: string): Promise<void> {
    const file = `${SCREENSHOTS}${name}.png`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await this.browser.takeScreenshot(), 'base64');
  }

  close(): Promise<void> {
    return this.browser.quit();
  }
}
