CREATE TABLE `alive` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "alive_one_row" CHECK("alive"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`n` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `private_parts` (
	`n` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`n`) REFERENCES `journal`(`n`) ON UPDATE no action ON DELETE no action
);
