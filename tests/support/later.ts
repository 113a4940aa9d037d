/** Loaded in front of a hub (`--import`): its wall clock is `LATER` ms ahead, so that an appeal period is over (B6). */
const ahead = Number(process.env.LATER ?? 0);
const now = Date.now.bind(Date);
Date.now = () => now() + ahead;
