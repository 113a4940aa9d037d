/** A wall that is no screen yet: the code by which a host makes it one (decision 0015). */
export interface PairingData {
  /** Of the meeting. */
  title: string;
  /** Chosen by the hub; null while it has none to give. */
  code: string | null;
  /** It was a screen a moment ago: the square sees a calm wall and whoever looks for it a small code. */
  quiet: boolean;
  /** The browser cannot keep the computer awake, so its settings must. */
  sleeps: boolean;
}
