CREATE TABLE `audit` (
	`n` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`by` text,
	`by_name` text,
	`about` text,
	`about_name` text,
	`detail` text,
	`address` text
);
--> statement-breakpoint
ALTER TABLE `meetings` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `date` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `phase` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `demo` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organizers` ADD `password_due` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organizers` ADD `signed_in_at` integer;