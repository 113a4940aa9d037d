/** What pages are pictured at, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

export const PHONE: Size = { width: 360, height: 640 };
export const PHONES: Size[] = [PHONE, { width: 390, height: 844 }];
export const LAPTOP: Size = { width: 1440, height: 900 };
export const LAPTOPS: Size[] = [LAPTOP, { width: 1536, height: 768 }];
/** A page that an organizer may have on the screen of a desk, too. */
export const DESKS: Size[] = [...LAPTOPS, { width: 1920, height: 1080 }];
/** A4 at 96 dots an inch. */
export const PAPER: Size = { width: 794, height: 1123 };
