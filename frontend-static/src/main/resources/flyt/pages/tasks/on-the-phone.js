/**
 * Sound, vibration, voice and a screen that stays awake, each where the browser has it. Nothing here fails: a phone without it is
 * quiet, or goes dark.
 */

const VOICES = { nb: 'nb-NO', en: 'en-GB', pl: 'pl-PL', lt: 'lt-LT' };

let audio = null;

/** Browsers make no sound before the page has been touched: called with a tap. */
export function mayRing() {
  if (audio === null && window.AudioContext) {
    audio = new AudioContext();
  }
  if (audio !== null && audio.state === 'suspended') {
    void audio.resume();
  }
}

/** One short sound of two notes, and two short shakes: an offer. */
export function ring() {
  if (navigator.vibrate && navigator.userActivation !== undefined && navigator.userActivation.hasBeenActive) {
    navigator.vibrate([180, 90, 180]);
  }
  if (audio === null || audio.state !== 'running') {
    return;
  }
  const note = (pitch, begin, seconds) => {
    const tone = audio.createOscillator();
    const level = audio.createGain();
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(0.0001, audio.currentTime + begin);
    level.gain.exponentialRampToValueAtTime(0.3, audio.currentTime + begin + 0.02);
    level.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + begin + seconds);
    tone.connect(level).connect(audio.destination);
    tone.start(audio.currentTime + begin);
    tone.stop(audio.currentTime + begin + seconds);
  };
  note(659, 0, 0.22);
  note(880, 0.18, 0.34);
}

/** Whether the browser can read aloud. */
export function canSpeak() {
  return 'speechSynthesis' in window;
}

/** Reads aloud, or stops if it is reading. @param {string} text @param {string} language */
export function speak(text, language) {
  if (!canSpeak()) {
    return;
  }
  const reads = speechSynthesis.speaking;
  speechSynthesis.cancel();
  if (!reads) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = VOICES[language] || 'nb-NO';
    utterance.rate = 0.95;
    speechSynthesis.speak(utterance);
  }
}

/** Keeps the screen on while it is wanted; the browser lets go whenever the page is hidden. */
export class Awake {
  #wanted = false;
  #lock = null;
  #seen = () => void this.#hold();

  constructor() {
    document.addEventListener('visibilitychange', this.#seen);
  }

  /** @param {boolean} wanted */
  want(wanted) {
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      void this.#hold();
    }
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#seen);
    this.want(false);
  }

  async #hold() {
    if (!navigator.wakeLock) {
      return;
    }
    if (!this.#wanted && this.#lock !== null) {
      void this.#lock.release();
      this.#lock = null;
    } else if (this.#wanted && document.visibilityState === 'visible' && (this.#lock === null || this.#lock.released)) {
      this.#lock = await navigator.wakeLock.request('screen').catch(() => null);
    }
  }
}
