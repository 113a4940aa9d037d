ALTER TABLE `meetings` ADD `purge_due` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `purged_at` integer;