/** Words of the page on privacy. */
import type { PrivacyText } from './privacy.zh-CN.ts';

export const en: PrivacyText = {
  title: 'Privacy',
  lead: 'What is stored here, who sees it, for how long, and how to have it corrected or deleted.',
  other: '中文',
  print: 'Print',
  back: 'Back',
  now: 'As this meeting is set',
  nowOf: (title) => `Meeting: ${title}`,
  hub: 'As this system is set',
  keep: (days) =>
    `Names, texts, photos and decks are kept for ${days} days after the end, then deleted by themselves.`,
  keepAny:
    'Names, texts, photos and decks: each meeting has its own time, 365 days after the end as a rule; then they are deleted by themselves.',
  keepForever: 'Names, texts, photos and decks are kept until an organizer deletes them.',
  due: (day) => `As it is set now, they go on ${day}.`,
  purged: (day) => `They were deleted on ${day}. The ranking and the scores are there and can be recounted.`,
  logs: (days) =>
    `The record of sign-ins and the logs are kept for ${days} days, then deleted by themselves.`,
  identities: {
    signed: 'By name: the roster says whose each examiner’s pass is.',
    anonymous: 'Without names: nothing says whose an examiner’s pass is.',
  },
  publications: {
    results: 'Public at the end: the ranking and the scores.',
    inclusion:
      'Public at the end: the ranking, the scores and the receipts that were counted; not what any ballot gave.',
    full: 'Public at the end: the whole count, each ballot by its receipt with its scores and category, without names. In a category of few people, those who know them may guess.',
  },
  where: 'Where it is stored',
  wherePlaces: [
    'All of it is on the computer on which the organizers run this system, and in the backups that they make.',
    'Nothing is passed on to another company; there are no advertisements and nobody counts what you look at.',
  ],
  what: 'What is stored, who sees it, for how long',
  heads: { stored: 'Stored', seen: 'Who sees it', kept: 'How long' },
  nouns: [
    {
      name: 'Examiners',
      stored:
        'Name, employer, category, units that they may not score; random numbers of pass and phone. No telephone number, no identity number.',
      seen: 'Organizers. The name is on no screen and on nobody else’s phone.',
      kept: 'Name and employer are deleted when their time is over. Category and the random numbers stay for the count and lead to nobody.',
    },
    {
      name: 'Members and presenters',
      stored: 'Name, post, portfolios.',
      seen: 'Everybody: they answer on stage, and the screen and the phones show who they are.',
      kept: 'The name is deleted when its time is over. Post and portfolios stay.',
    },
    {
      name: 'Ballots',
      stored:
        'What each pass gave each unit, its receipt and when. Where somebody was helped, the name of the helper.',
      seen: 'Before the lock nobody but the examiner sees a score, organizers included. Behind it organizers see ballots by receipt, with no pass and no name beside it.',
      kept: 'Scores and receipts stay, for a recount. The helper’s name is deleted when its time is over.',
    },
    {
      name: 'Questions, ratings, promises and reasons',
      stored:
        'The words, the category of who asked, how the answer was rated, who promised what; reasons for corrections, deductions and steps back.',
      seen: 'Everybody sees accepted questions, the sums of ratings and the promises; of who asked, the category alone. Other questions and reasons are for their writer and the organizers; reasons of deductions and corrections are in the papers of the result.',
      kept: 'Words are deleted when their time is over. Counts, states and dates stay.',
    },
    {
      name: 'Photos and decks',
      stored:
        'Photos that came with questions and answers, and the units’ decks. A photo is made small on the phone and loses the place where it was taken.',
      seen: 'Organizers; the photo of an accepted question, whoever sees the question. The screen shows only what an organizer puts there.',
      kept: 'Deleted when their time is over.',
    },
    {
      name: 'The crowd',
      stored:
        'A random number in the browser, satisfaction, questions. No name, telephone number or account.',
      seen: 'Sums only. Nobody sees a single vote.',
      kept: 'Words of questions are deleted when their time is over; random numbers and votes stay and lead to nobody.',
    },
    {
      name: 'Organizers',
      stored:
        'Name, role, the encrypted password; when they signed in, out or failed to and from which address (IP), and what they did to accounts and meetings.',
      seen: 'Owners. The address is there only to find who misuses an account.',
      kept: 'Accounts until an owner removes them; the record as long as logs.',
    },
    {
      name: 'Logs',
      stored: 'Where and how often something went wrong. No names, no words, no addresses.',
      seen: 'Who looks after this computer.',
      kept: 'As long as logs are kept; the law asks for six months at least.',
    },
    {
      name: 'Your phone and browser',
      stored:
        'The key of your pass, drafts, what is not sent yet, your own notes, what you saw last, photos that you looked at. Notes never leave the phone.',
      seen: 'You alone. The computer of the big screen keeps its last picture.',
      kept: 'Deleting this site’s data in the browser removes all of it.',
    },
  ],
  stays: 'What is left after the deletion',
  staysList: [
    'Names of units, scores, levels, ranks, attendance and the figures of the count: they are the published result, and anybody can recount it from the bundle.',
    'Where persons are assessed, the “name of the unit” is the person’s. It belongs to the published result and stays; to remove it an owner deletes the whole meeting.',
    'The time, number and hash of each step, which show that the record was not changed.',
    'Lists, passes and tables that were downloaded or printed are outside this system and the matter of whoever has them.',
  ],
  ask: 'How to see, correct or delete your data',
  askList: [
    'Ask the staff or the organizers. They can correct lists and words, and delete all names and words once the meeting is closed and its appeal period is over.',
    'An owner deletes in the console, in backups and copies too, for good; that it was done stands in the record of the meeting.',
    'So that the record can be trusted, no single question or ballot can be wiped out quietly. While the meeting runs a question can be declined or reworded, and its first words show no more.',
  ],
};
