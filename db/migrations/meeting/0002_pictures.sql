CREATE TABLE `pictures` (
	`hash` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`source` text NOT NULL,
	`bytes` blob NOT NULL,
	`at` integer NOT NULL
);
