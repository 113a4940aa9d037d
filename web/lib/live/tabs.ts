/** Two tabs of one session: what one learns, the other shows. BroadcastChannel, or storage events where it is missing. */
export interface Tabs<T> {
  tell(news: T): void;
  close(): void;
}

function overChannel<T>(name: string, hear: (news: T) => void): Tabs<T> {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => hear(data as T);
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}

function overStorage<T>(name: string, hear: (news: T) => void): Tabs<T> {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key === name && newValue) hear(JSON.parse(newValue) as T);
  };
  window.addEventListener('storage', heard);
  const tell = (news: T) => {
    try {
      localStorage.setItem(name, JSON.stringify(news));
      localStorage.removeItem(name);
    } catch {
      // A tab that cannot be told asks the server itself.
    }
  };
  return { tell, close: () => window.removeEventListener('storage', heard) };
}

export function openTabs<T>(name: string, hear: (news: T) => void): Tabs<T> {
  try {
    if (typeof BroadcastChannel !== 'undefined') return overChannel(name, hear);
  } catch {
    // Closed together with storage.
  }
  if (typeof window !== 'undefined') return overStorage(name, hear);
  return { tell: () => undefined, close: () => undefined };
}
