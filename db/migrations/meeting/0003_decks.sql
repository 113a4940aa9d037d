CREATE TABLE `deck_pieces` (
	`upload` text NOT NULL,
	`nth` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`upload`, `nth`)
);
--> statement-breakpoint
CREATE TABLE `decks` (
	`hash` text PRIMARY KEY NOT NULL,
	`upload` text NOT NULL,
	`size` integer NOT NULL,
	`at` integer NOT NULL
);
