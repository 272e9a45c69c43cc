/**
 * The camera of a phone that looks for codes, where the browser can read them: a controller of the element that shows it.
 */
const LOOK_MS = 250;

export class Camera {
  /** @type {'opening' | 'on' | 'none'} */
  state = canScan() ? 'opening' : 'none';
  /** What it sees, for a `<video>`. @type {MediaStream | null} */
  stream = null;

  #host;
  #formats;
  #read;
  #timer = 0;
  #wanted = false;

  /** @param {import('lit').ReactiveControllerHost & HTMLElement} host @param {string[]} formats at least one of which it must know
   * @param {(text: string) => void} read what a code says, again each time it is seen */
  constructor(host, formats, read) {
    this.#host = host;
    this.#formats = formats;
    this.#read = read;
    host.addController(this);
  }

  hostDisconnected() {
    this.stop();
  }

  hostUpdated() {
    const video = this.#host.querySelector('video');
    if (video !== null && video.paused && this.stream !== null) {
      void video.play().catch(() => undefined);
    }
  }

  async open() {
    this.#wanted = true;
    if (this.state !== 'opening') {
      return;
    }
    try {
      const known = await BarcodeDetector.getSupportedFormats();
      const formats = this.#formats.filter((format) => known.includes(format));
      if (formats.length === 0) {
        throw new Error('no codes');
      }
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      this.stream = stream;
      if (!this.#wanted) {
        this.stop();
        return;
      }
      this.state = 'on';
      this.#look(new BarcodeDetector({ formats }));
    } catch {
      this.state = 'none';
    }
    this.#host.requestUpdate();
  }

  stop() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    if (this.stream !== null) {
      this.stream.getTracks().forEach((track) => track.stop());
      this.stream = null;
      this.state = 'opening';
    }
  }

  /** Looks four times a second, which spares the battery. */
  #look(detector) {
    this.#timer = setTimeout(async () => {
      const video = this.#host.querySelector('video');
      const codes = video !== null && video.readyState >= 2 ? await detector.detect(video).catch(() => []) : [];
      if (this.#wanted) {
        codes.slice(0, 1).forEach((code) => this.#read(code.rawValue));
        this.#look(detector);
      }
    }, LOOK_MS);
  }
}

/** Whether this browser can read codes at all. */
export function canScan() {
  return 'BarcodeDetector' in window && Boolean(navigator.mediaDevices);
}
